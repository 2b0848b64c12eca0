import { cache, Suspense } from 'react';
import { ReplaceCertificate } from '@/components/certificates/replace-certificate';
import { DoctorCard } from '@/components/doctor/doctor-card';
import { RunDoctor } from '@/components/doctor/run-doctor';
import { HistoryCard } from '@/components/domains/history/history-card';
import { ChangeDomain } from '@/components/tenants/page/change-domain';
import { CheckNow } from '@/components/tenants/page/check-now';
import { CurlCommand } from '@/components/tenants/page/curl-command';
import { DomainSection } from '@/components/tenants/page/domain-section';
import { NewCertificate } from '@/components/tenants/page/new-certificate';
import { SuccessionNotice } from '@/components/tenants/page/succession-notice';
import { TryIt } from '@/components/tenants/page/try-it';
import { ProviderPanel } from '@/components/tenants/sandbox/provider-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { listReplacements } from '@/lib/certificates/list-replacements';
import { readReport } from '@/lib/doctor/read-report';
import { type HistoryWindow, windowLengths } from '@/lib/domains/history/model';
import { readHistory } from '@/lib/domains/history/read-history';
import { env } from '@/lib/env';
import { readInventory } from '@/lib/inventory/read-inventory';
import { getDb } from '@/lib/runtime';
import { hasSandbox } from '@/lib/sandbox-panel/call-sandbox';
import { listProviderRecords } from '@/lib/sandbox-panel/list-provider-records';
import type { DomainView } from '@/lib/tenants/model';
import { readSuccession } from '@/lib/tenants/read-succession';
import { samplePath } from '@/lib/tenants/sample-path';
import { tryMethods } from '@/lib/tenants/schemas';
import { shellCommand } from '@/lib/tenants/shell-command';
import { replaceCertificateAction } from '../../certificates/actions';
import {
  addCustomerRecordAction,
  applyFixAction,
  changeHostnameAction,
  checkNowAction,
  moveDomainAction,
  removeCustomerRecordAction,
  requestNewCertificateAction,
  retirePredecessorAction,
  runDoctorAction,
  tryRequestAction,
} from './actions';
import { CutOver } from './cut-over/cut-over';
import { DomainRemoval } from './domain-removal';
import { historyHref } from './search-params';

interface Props {
  domain: DomainView;
  tenantSlug: string;
  contactEmail: string | null;
  mayEdit: boolean;
  mayRemove: boolean;
  now: number;
  /** How far back the history is shown. */
  window: HistoryWindow;
}

/** The same for all domains of the page. */
const readResources = cache(async () => readInventory(await getDb(), 'resource'));

const readCertificates = cache(async () => readInventory(await getDb(), 'certificate'));

/** One domain of the tenant, with what may be done about it. */
export async function Domain({ domain, tenantSlug, contactEmail, mayEdit, mayRemove, now, window }: Props) {
  const report = await readReport(await getDb(), domain.id);
  const user = await requireSession();
  const path = samplePath(domain.mappings, await readResources());
  return (
    <DomainSection
      domain={domain}
      contactEmail={contactEmail}
      now={now}
      checkNow={mayEdit ? <CheckNow domainId={domain.id} hostname={domain.hostname} action={checkNowAction} /> : null}
      newCertificate={
        <>
          {mayEdit && domain.newCertificate !== null ? (
            <NewCertificate
              domainId={domain.id}
              hostname={domain.hostname}
              sentence={domain.newCertificate}
              action={requestNewCertificateAction}
            />
          ) : null}
          {domain.intent === 'present' && !domain.shared ? <Replace domain={domain} /> : null}
        </>
      }
      doctor={
        domain.intent === 'absent' ? null : (
          <DoctorCard
            domainId={domain.id}
            hostname={domain.hostname}
            report={report}
            now={now}
            run={
              mayEdit ? (
                <RunDoctor
                  domainId={domain.id}
                  hostname={domain.hostname}
                  again={report !== null}
                  action={runDoctorAction}
                />
              ) : null
            }
            applyFix={mayEdit ? applyFixAction : null}
          />
        )
      }
      cutOver={<CutOver domainId={domain.id} mayEdit={mayEdit} now={now} />}
      removal={<DomainRemoval domain={domain} tenantSlug={tenantSlug} mayRemove={mayRemove} />}
      provider={
        domain.kind === 'customer' && hasSandbox() ? (
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <Provider domain={domain} tenantSlug={tenantSlug} mayEdit={mayEdit} />
          </Suspense>
        ) : null
      }
      history={
        <Suspense fallback={<Skeleton className="h-40 w-full" />}>
          <History domain={domain} tenantSlug={tenantSlug} window={window} now={now} />
        </Suspense>
      }
      succession={
        <SuccessionNotice
          domain={{ id: domain.id, hostname: domain.hostname, leaving: domain.intent === 'absent' }}
          succession={await readSuccession(await getDb(), domain.id, user.tenants)}
          action={may(user, 'tenants:remove', { tenant: tenantSlug }) ? retirePredecessorAction : null}
        />
      }
      change={
        domain.intent === 'absent' ? null : (
          <ChangeDomain
            domain={domain}
            tenantSlug={tenantSlug}
            actions={{
              change: mayEdit ? changeHostnameAction : null,
              move: may(user, 'tenants:move') ? moveDomainAction : null,
            }}
          />
        )
      }
      tryIt={
        <div className="grid gap-4">
          {mayEdit ? (
            <TryIt
              domainId={domain.id}
              hostname={domain.hostname}
              path={path}
              methods={tryMethods}
              action={tryRequestAction}
            />
          ) : null}
          <div className="grid gap-1.5">
            <p className="text-ink-muted text-xs">From a shell</p>
            <CurlCommand command={shellCommand(domain.hostname, path, env())} hostname={domain.hostname} />
          </div>
        </div>
      }
    />
  );
}

/** Its headline over time. */
async function History({ domain, tenantSlug, window, now }: Pick<Props, 'domain' | 'tenantSlug' | 'window' | 'now'>) {
  const since = new Date(now - windowLengths[window].ms);
  return (
    <HistoryCard
      hostname={domain.hostname}
      entries={await readHistory(await getDb(), domain.id, since)}
      window={window}
      hrefOf={(one) => historyHref(tenantSlug, domain.hostname, one)}
      now={now}
    />
  );
}

/** For those who may: another certificate for the domain. */
async function Replace({ domain }: Pick<Props, 'domain'>) {
  if (!may(await requireSession(), 'certificates:manage')) return null;
  return (
    <div className="mt-3">
      <ReplaceCertificate
        size="sm"
        domainId={domain.id}
        hostname={domain.hostname}
        dedicated={domain.certificateMode === 'existing'}
        candidates={listReplacements(domain.hostname, domain.certificateArn, await readCertificates(), new Date())}
        action={replaceCertificateAction}
      />
    </div>
  );
}

/** Asks the sandbox, which may be slow to answer. */
async function Provider({ domain, tenantSlug, mayEdit }: Pick<Props, 'domain' | 'tenantSlug' | 'mayEdit'>) {
  return (
    <ProviderPanel
      tenantSlug={tenantSlug}
      hostname={domain.hostname}
      wanted={
        // While it is removed, the records are to go rather than to be made.
        domain.intent === 'absent'
          ? []
          : (domain.status?.records ?? []).filter(({ actor, verdict }) => actor === 'tenant' && verdict !== 'later')
      }
      records={await listProviderRecords(domain.hostname)}
      actions={
        mayEdit
          ? {
              add: addCustomerRecordAction,
              remove: removeCustomerRecordAction,
              check: checkNowAction.bind(null, null, { domainId: domain.id }),
            }
          : null
      }
    />
  );
}
