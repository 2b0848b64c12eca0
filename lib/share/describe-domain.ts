import { preparedSentence } from '@/lib/domains/decide/dns-axis';
import type { AxisState, DnsRecordRow, DomainStatus } from '@/lib/domains/model';
import type { CheckItem, CheckState, SharedHeadline } from '@/lib/share/model';

export interface ToDescribe {
  hostname: string;
  kind: 'managed' | 'customer';
  intent: 'present' | 'absent';
  phase: 'prepare' | 'cut-over';
  /** Null until somebody has looked once. */
  status: DomainStatus | null;
}

type Described = { headline: SharedHeadline; sentence: string; checklist: CheckItem[] };

/** A domain in its owner's words: they know records and certificates, but nothing of what stands behind. Pure. */
export function describeDomain(domain: ToDescribe): Described {
  const checklist = checklistOf(domain);
  const headline = headlineOf(domain, checklist);
  return { headline, sentence: sentences[headline](domain, checklist), checklist };
}

const settled: AxisState[] = ['ok', 'at-risk', 'not-needed'];

function checklistOf(domain: ToDescribe): CheckItem[] {
  const { hostname, kind, status } = domain;
  const records = status?.records ?? [];
  const validation = records.filter(({ purpose }) => purpose === 'certificate validation');
  const routing = records.filter(({ purpose }) => purpose === 'routing');
  const issued = isSettled(status, 'certificate');
  const ready = issued && isSettled(status, 'gateway') && isSettled(status, 'mapping');
  const live = status?.headline.startsWith('Live') ?? false;
  const items: (CheckItem | null)[] = [
    kind === 'managed' || (issued && validation.length === 0) ? null : proofItem(domain, validation),
    {
      key: 'certificate',
      title: 'Certificate is issued',
      ...(issued
        ? told('done', 'Visitors get a secure connection.')
        : validation.length > 0 && validation.every(({ verdict }) => verdict === 'ok')
          ? told('ours', 'The record is found; the certificate follows within minutes.')
          : told('later', kind === 'managed' ? 'We see to it.' : 'As soon as the record above is found.')),
    },
    {
      key: 'service',
      title: 'Our service is ready for the name',
      ...(ready
        ? told('done', `Our service knows ${hostname}.`)
        : status?.headline === 'Needs operator'
          ? told('ours', 'We are looking into it; there is nothing for you to do.')
          : told(
              issued ? 'ours' : 'later',
              issued ? 'We are setting it up.' : 'As soon as the certificate is issued.',
            )),
    },
    kind === 'managed' ? null : routingItem(domain, routing, ready),
    {
      key: 'live',
      title: 'Visitors reach our service',
      ...(live
        ? told('done', `https://${hostname} is answered by our service.`)
        : status?.headline === 'Broken'
          ? told('problem', `https://${hostname} is not answered as it should be.`)
          : told('later', 'Checked by a real request once all of the above is in place.')),
    },
  ];
  return items.filter((item) => item !== null);
}

const told = (state: CheckState, sentence: string) => ({ state, sentence });

function isSettled(status: DomainStatus | null, axis: 'certificate' | 'gateway' | 'mapping'): boolean {
  return status !== null && settled.includes(status.axes[axis].state);
}

function proofItem({ hostname }: ToDescribe, records: DnsRecordRow[]): CheckItem {
  const about = { key: 'proof' as const, title: 'Record that proves the name is yours' };
  if (records.length === 0) return { ...about, ...told('ours', 'It appears below within a minute.') };
  return { ...about, ...toldOf(records, `It proves that ${hostname} is yours. Keep it for good.`) };
}

function routingItem(domain: ToDescribe, records: DnsRecordRow[], ready: boolean): CheckItem {
  const { hostname, phase, status } = domain;
  const about = { key: 'routing' as const, title: `Record that leads ${hostname} to our service` };
  if (phase === 'prepare' && !records.some(({ verdict }) => verdict === 'ok')) {
    const sentence = isPrepared(status, hostname)
      ? 'All is prepared. We agree with you on the moment; please change nothing before.'
      : 'Not yet: your visitors stay where they are until we agree on the moment.';
    return { ...about, ...told('later', sentence) };
  }
  if (records.length === 0)
    return {
      ...about,
      ...told('later', ready ? 'It appears below within a minute.' : 'It appears below once our service is ready.'),
    };
  return { ...about, ...toldOf(records, `${hostname} leads to our service.`) };
}

function toldOf(records: DnsRecordRow[], found: string): Pick<CheckItem, 'state' | 'sentence'> {
  const worst =
    records.find(({ verdict }) => verdict === 'wrong') ??
    records.find(({ verdict }) => verdict === 'missing') ??
    records.find(({ verdict }) => verdict !== 'ok');
  if (worst === undefined) return told('done', found);
  switch (worst.verdict) {
    case 'wrong':
      return told('problem', `There is something else at this name: ${worst.observed.join(', ') || 'another record'}.`);
    case 'missing':
      return told('yours', 'Not found yet. Please add the record below at your DNS provider.');
    case 'unknown':
      return told('yours', 'It could not be looked up just now. It is tried again by itself.');
    case 'not-checked':
      return told('yours', 'Please add the record below at your DNS provider.');
    case 'later':
    case 'ok':
      return told('later', 'Not yet.');
    default:
      return worst.verdict satisfies never;
  }
}

const isPrepared = (status: DomainStatus | null, hostname: string) => status?.sentence === preparedSentence(hostname);

function headlineOf({ hostname, intent, status }: ToDescribe, checklist: CheckItem[]): SharedHeadline {
  if (intent === 'absent') return 'ending';
  const yours = checklist.some(({ state, key }) => state === 'yours' || (state === 'problem' && key !== 'live'));
  if (status?.headline === 'Broken') return 'trouble';
  if (status?.headline.startsWith('Live')) return yours ? 'yours' : 'live';
  if (isPrepared(status, hostname)) return 'prepared';
  return yours ? 'yours' : 'ours';
}

const sentences: Record<SharedHeadline, (domain: ToDescribe, checklist: CheckItem[]) => string> = {
  live: ({ kind }) =>
    kind === 'managed'
      ? 'Everything is in place.'
      : 'Everything is in place. Please keep the records for good: the certificate is renewed with their help.',
  yours: (_domain, checklist) => {
    const open = checklist.filter(({ state, key }) => (state === 'yours' || state === 'problem') && key !== 'live');
    return open.length > 1
      ? 'Please add the records below at your DNS provider. You can add them all now.'
      : 'Please add the record below at your DNS provider.';
  },
  ours: () => 'There is nothing for you to do at this moment.',
  prepared: () => 'All is prepared, and your visitors stay where they are until we agree on the moment.',
  trouble: ({ hostname }) =>
    `${hostname} does not answer as it should. We have been told; the list says what is found.`,
  ending: ({ hostname }) => `${hostname} is being removed from our service.`,
};
