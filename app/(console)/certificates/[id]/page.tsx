import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { CertificateDetails } from '@/components/certificates/certificate-details';
import { DeleteDialog } from '@/components/certificates/delete-dialog';
import { FitsCard } from '@/components/certificates/fits-card';
import { RenewalCard } from '@/components/certificates/renewal-card';
import { ReplaceCertificate } from '@/components/certificates/replace-certificate';
import { RunButton } from '@/components/certificates/run-button';
import { certificateStatusLooks } from '@/components/certificates/status-look';
import { Validity } from '@/components/certificates/validity';
import { actorWords } from '@/components/domains/headline-look';
import { LastSeenNotice } from '@/components/layout/last-seen-notice';
import { RefreshEvery } from '@/components/layout/refresh-every';
import { StatusBadge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { certificateHref, certificateId } from '@/lib/certificates/certificate-id';
import { findSuccessor } from '@/lib/certificates/find-successor';
import { type CertificateView, getCertificate } from '@/lib/certificates/get-certificate';
import { listReplacements } from '@/lib/certificates/list-replacements';
import { needsReplacing } from '@/lib/certificates/needs-replacing';
import { domainTag } from '@/lib/domains/ownership';
import { requestsInARow, roundWords } from '@/lib/domains/re-request';
import type { Certificate } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import {
  checkCertificateAction,
  deleteCertificateAction,
  publishValidationAction,
  replaceCertificateAction,
} from '../actions';

/** Read once for title and page. */
const readCertificate = cache(async (id: string) => {
  const { tenants } = await requireSession();
  return getCertificate(await getDb(), id, { now: new Date(), limit: tenants });
});

export async function generateMetadata({ params }: PageProps<'/certificates/[id]'>): Promise<Metadata> {
  const certificate = await readCertificate((await params).id);
  return { title: certificate?.domainName ?? 'No such certificate' };
}

export default async function CertificatePage({ params }: PageProps<'/certificates/[id]'>) {
  const user = await requireSession();
  const certificate = await readCertificate((await params).id);
  if (certificate === null) return goOn((await params).id);
  const mayManage = may(user, 'certificates:manage');
  const db = await getDb();
  const [states, all] = await Promise.all([
    readSyncStates(db),
    mayManage ? readInventory(db, 'certificate') : ([] as Certificate[]),
  ]);
  const now = Date.now();
  const waiting = certificate.status === 'PENDING_VALIDATION';
  return (
    <>
      {waiting ? <RefreshEvery seconds={5} /> : null}
      <PageHeader
        above={
          <Breadcrumbs items={[{ label: 'Certificates', href: '/certificates' }, { label: certificate.domainName }]} />
        }
        title={certificate.domainName}
        badge={<Status certificate={certificate} />}
        description={
          certificate.names.length > 1
            ? `and ${certificate.names.filter((name) => name !== certificate.domainName).join(', ')}`
            : null
        }
        actions={mayManage ? <Actions certificate={certificate} now={new Date(now)} /> : null}
      />
      <LastSeenNotice states={states.filter(({ kind }) => kind === 'certificate')} now={now} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          <Card title="Status">
            <div className="grid gap-3 text-sm">
              <p>
                {certificate.sentence}{' '}
                {certificate.turn === 'nobody' ? null : <span>{actorWords[certificate.turn]}.</span>}
              </p>
              {certificate.request?.inPlaceOf.length ? <InPlaceOf request={certificate.request} /> : null}
              {certificate.deadline === null ? null : (
                <p className="text-ink-muted">
                  ACM gives up <RelativeTime at={certificate.deadline} now={now} />, 72 hours after the request.{' '}
                  {afterwards(certificate)}
                </p>
              )}
              {certificate.status === 'ISSUED' ? (
                <Validity
                  type={certificate.type}
                  notBefore={certificate.notBefore}
                  notAfter={certificate.notAfter}
                  now={now}
                />
              ) : null}
              {waiting && mayManage && certificate.validations.some(({ turn }) => turn === 'us') ? (
                <div className="grid justify-items-start gap-2">
                  <RunButton
                    arn={certificate.arn}
                    label="Publish the missing records in our zones"
                    icon="globe"
                    action={publishValidationAction}
                  />
                </div>
              ) : null}
              <CertificateDetails certificate={certificate} now={now} />
            </div>
          </Card>
        </div>
        <div className="grid min-w-0 gap-5">
          {certificate.status === 'ISSUED' ? <RenewalCard certificate={certificate} now={now} /> : null}
          <FitsCard
            status={certificate.status}
            fits={certificate.fits}
            replace={(fit) =>
              mayManage && fit.relation !== 'none' ? (
                <ReplaceCertificate
                  size="sm"
                  domainId={fit.domainId}
                  hostname={fit.hostname}
                  dedicated
                  candidates={listReplacements(fit.hostname, certificate.arn, all, new Date(now))}
                  action={replaceCertificateAction}
                />
              ) : null
            }
          />
        </div>
      </div>
    </>
  );
}

/** A certificate that ACM gave up is deleted once another one is requested in its place: what led to it leads there. */
async function goOn(id: string): Promise<never> {
  const { tenants } = await requireSession();
  const next = await findSuccessor(await getDb(), id, tenants);
  if (next === null) notFound();
  redirect(certificateHref(next));
}

/** What follows when ACM gives it up. */
function afterwards({ request, tags }: CertificateView): string {
  if (request === null)
    return tags[domainTag] ? 'A new one is then requested by itself; the records stay the same.' : '';
  return request.number < requestsInARow
    ? 'A new one is then requested by itself; the records stay the same.'
    : `It is the last of ${requestsInARow} requests in a row: after that somebody has to decide to ask again.`;
}

function InPlaceOf({ request: { number, inPlaceOf } }: { request: NonNullable<CertificateView['request']> }) {
  return (
    <p className="break-name text-ink-muted">
      Requested by itself, the {roundWords(number - 1)}, in place of <code className="text-xs">{inPlaceOf.at(-1)}</code>
      , which ACM gave up after 72 hours. The validation records are the same.
    </p>
  );
}

function Status({ certificate }: { certificate: CertificateView }) {
  const { word, tone, icon } = certificateStatusLooks[certificate.status];
  return (
    <StatusBadge tone={tone} icon={icon} still>
      {word}
    </StatusBadge>
  );
}

function Actions({ certificate, now }: { certificate: CertificateView; now: Date }) {
  const { arn, names, domainName, type } = certificate;
  const free = certificate.inUseBy.length === 0 && !certificate.fits.some(({ relation }) => relation !== 'none');
  const again = [domainName, ...names.filter((name) => name !== domainName)].join(',');
  return (
    <>
      <RunButton arn={arn} label="Check now" icon="refresh-cw" action={checkCertificateAction} />
      {type === 'IMPORTED' ? (
        <ButtonLink icon="key-round" href={`/certificates/import?replaces=${certificateId(arn)}`}>
          Import its successor
        </ButtonLink>
      ) : needsReplacing(certificate, now) ? (
        <ButtonLink icon="plus" href={`/certificates/new?names=${encodeURIComponent(again)}`}>
          Request it again
        </ButtonLink>
      ) : null}
      {free ? (
        <DeleteDialog
          arn={arn}
          name={domainName}
          imported={certificate.type === 'IMPORTED'}
          sharesRecordsWith={certificate.sharesRecordsWith}
          action={deleteCertificateAction}
        />
      ) : null}
    </>
  );
}
