import { expiryOf, inDays } from '@/lib/certificates/expiry';
import { wordsOfFailure } from '@/lib/certificates/failure-words';
import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import type { Lookup } from '@/lib/dns/resolver';
import type { Certificate } from '@/lib/inventory/model';
import type { CertificateConcern, CertificateWatch, WatchedRecord } from './model';

interface Looked {
  certificate: Certificate;
  /** The public DNS's answer for each validation record, by its name. */
  answers: ReadonlyMap<string, Lookup<string>>;
  /** Names of our public zones. */
  zones: readonly string[];
  now: Date;
}

/** What keeps ACM from renewing an issued certificate, or will, and whose turn it is; nothing about one that isn't issued. Pure. */
export function judgeCertificate({ certificate, answers, zones, now }: Looked): CertificateWatch {
  if (certificate.status !== 'ISSUED') return { records: [], concerns: [] };
  const records = recordsOf(certificate).map((record) => judgeRecord(record, answers.get(record.name)));
  const expiry = expiryOf(certificate, now);
  const inUse = certificate.inUseBy.length > 0;
  const near = expiry !== null && expiry.level !== 'fine';
  const failing = ['PENDING_VALIDATION', 'FAILED'].includes(certificate.renewalStatus ?? '');
  const concerns = [
    // ACM needs the records at the renewal only: until then there is time to put them back.
    ...records.flatMap((record) => recordConcern(record, zones, inUse && (near || failing))),
    ...renewalConcern(certificate, inUse),
    ...expiryConcern(certificate, expiry, inUse),
    ...idleConcern(certificate, inUse),
    ...importedConcern(certificate),
  ];
  return { records, concerns };
}

/** The CNAMEs by which ACM recognises the owner, without duplicates; none where it is not validated by DNS. */
export function recordsOf({ type, validations }: Pick<Certificate, 'type' | 'validations'>) {
  if (type !== 'AMAZON_ISSUED') return [];
  const records = validations.flatMap(({ method, record }) => (method === 'DNS' && record !== null ? [record] : []));
  return [...new Map(records.map((record) => [record.name, record])).values()];
}

function judgeRecord(
  { name, value }: { name: string; value: string },
  answer: Lookup<string> | undefined,
): WatchedRecord {
  if (answer?.outcome === 'ok') {
    const observed = answer.records;
    const sentence = `The CNAME ${name} points to ${observed.join(', ')} instead of ${value}.`;
    return observed.includes(value)
      ? { name, value, observed, verdict: 'ok', sentence: 'Published.' }
      : { name, value, observed, verdict: 'wrong', sentence };
  }
  if (answer !== undefined && saysAbsent(answer.outcome)) {
    return { name, value, observed: [], verdict: 'missing', sentence: `The CNAME ${name} is not published any more.` };
  }
  const sentence = answer === undefined ? `${name} was not looked up.` : describeFailure(answer.outcome, name);
  return { name, value, observed: [], verdict: 'unknown', sentence };
}

function recordConcern(
  { name, value, verdict, sentence }: WatchedRecord,
  zones: readonly string[],
  urgent: boolean,
): CertificateConcern[] {
  if (verdict !== 'missing' && verdict !== 'wrong') return [];
  const ours = zones.some((zone) => name.endsWith(`.${zone}`));
  const fix = ours
    ? `Publish the CNAME ${name} with the value ${value} in our zone.`
    : `Ask who runs the DNS of the name to publish the CNAME ${name} with the value ${value}.`;
  return [
    {
      code: verdict === 'missing' ? 'validation-record-missing' : 'validation-record-wrong',
      sentence: `ACM can't renew it: ${sentence}`,
      fix,
      actor: ours ? 'us' : 'tenant',
      urgent,
    },
  ];
}

function renewalConcern({ renewalStatus, renewalFailure }: Certificate, inUse: boolean): CertificateConcern[] {
  if (renewalStatus === 'PENDING_VALIDATION') {
    const sentence = 'The renewal has begun and waits, because ACM does not find a validation record.';
    const fix = 'Publish the validation records that are missing; ACM goes on by itself.';
    return [{ code: 'renewal-stuck', sentence, fix, actor: 'tenant', urgent: inUse }];
  }
  if (renewalStatus !== 'FAILED') return [];
  const words = renewalFailure ? wordsOfFailure(renewalFailure) : null;
  const sentence =
    words === null ? 'ACM could not renew it.' : `ACM could not renew it: ${words.why} (${renewalFailure}).`;
  const fix = words?.fix ?? 'Request a new certificate, and replace this one before it expires.';
  return [{ code: 'renewal-stuck', sentence, fix, actor: words?.actor ?? 'us', urgent: inUse }];
}

function expiryConcern(
  { type, notAfter }: Certificate,
  expiry: ReturnType<typeof expiryOf>,
  inUse: boolean,
): CertificateConcern[] {
  if (expiry === null || expiry.level === 'fine') return [];
  const on = notAfter?.slice(0, 10);
  const imported = type === 'IMPORTED';
  const when = expiry.level === 'over' ? `It expired on ${on}` : `It expires ${inDays(expiry.daysLeft)}, on ${on}`;
  return [
    {
      code: 'expires-soon',
      sentence: imported
        ? `${when}, and ACM does not renew what was imported.`
        : `${when}, and ACM has not renewed it yet.`,
      fix: imported
        ? 'Import its successor in its place; what uses it then serves that one at once.'
        : 'Look at the other findings, or request a new certificate and replace this one.',
      actor: 'us',
      urgent: inUse,
    },
  ];
}

/** Only what is in use is renewed; what nothing uses and nobody needs may end. */
function idleConcern({ type }: Certificate, inUse: boolean): CertificateConcern[] {
  if (inUse || type !== 'AMAZON_ISSUED') return [];
  return [
    {
      code: 'not-in-use',
      sentence: 'Nothing uses it, and ACM renews only what is in use.',
      fix: 'Use it for a domain, or delete it.',
      actor: 'us',
      urgent: false,
    },
  ];
}

function importedConcern({ type }: Certificate): CertificateConcern[] {
  if (type !== 'IMPORTED') return [];
  return [
    {
      code: 'imported',
      sentence: 'It was imported, so ACM does not renew it.',
      fix: 'Import its successor in its place before it ends, or replace it by one that ACM issues.',
      actor: 'us',
      urgent: false,
    },
  ];
}

/** The concerns that put a domain at risk; that nothing else uses a certificate, or that it was imported, does not. */
export function risks(concerns: readonly CertificateConcern[]): CertificateConcern[] {
  return concerns.filter(({ code }) => code !== 'not-in-use' && code !== 'imported');
}
