import type { DomainValidation } from '@aws-sdk/client-acm';
import { now } from '../../clock';
import type { Context } from '../../context';
import { readDials } from '../../dials';
import type { StoredCertificate } from '../../model';
import type { Authority } from '../../pki/authority';
import type { Log } from '../../sandbox';
import { accountIn, scopeOf } from '../../scope';
import type { State } from '../../state';
import { askDns } from './ask-dns';
import { caaAllows } from './caa';
import { failCertificate, timeOutCertificate } from './fail-certificate';
import { issue } from './issue';
import { PendingCertificates } from './pending-certificates';

const lookEveryMs = 200;
const validationTimeoutMs = 72 * 3_600_000;

export interface IssuerOptions {
  state: State;
  authority: Authority;
  dns: { host: string; port: number };
  log: Log;
}

/**
 * ACM's own work: looks for the validation CNAME of every pending certificate by asking the DNS, issues once all have
 * resolved for long enough, gives up after 72 hours. Everything it knows is in the state, so a restart changes nothing.
 */
export function startIssuer(options: IssuerOptions): { stop(): Promise<void> } {
  const { state, log } = options;
  const pending = new PendingCertificates(state);
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      for (const key of pending.keys()) {
        if (stopping.signal.aborted) return;
        await advance(options, key).catch((error: unknown) => log(`acm: the issuer failed: ${String(error)}`));
      }
      await pause(stopping.signal);
    }
  };
  const running = loop();
  return {
    /** Ends the loop after the certificate in hand. */
    async stop() {
      stopping.abort();
      await running;
      pending.close();
    },
  };
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, lookEveryMs);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

async function advance({ state, authority, dns }: IssuerOptions, key: string): Promise<void> {
  const stored = state.get('certificates', key);
  if (stored?.detail.Status !== 'PENDING_VALIDATION') return;
  // Content in the making is dated back: its certificates would seem to have waited for weeks.
  if (state.get('meta', 'seed') === 'begun') return;
  const account = accountIn(key);
  const region = key.split('/')[1] ?? '';
  const scope = scopeOf(region, account);
  const context: Context = { state, account, region, scope, now: now(state), dials: readDials(state) };
  if (context.now - stored.requestedAt >= validationTimeoutMs) return timeOutCertificate(state, key);
  // ACM can't look for records that it hasn't made yet.
  if (context.now < stored.requestedAt + context.dials.validationRecordsAfterMs) return;
  const resolvedAt = await lookForRecords(context, key, stored, dns);
  const names = stored.detail.SubjectAlternativeNames ?? [];
  const times = names.map((name) => resolvedAt[name] ?? Number.POSITIVE_INFINITY);
  if (context.now < Math.max(...times) + context.dials.certificateIssueAfterMs) return;
  for (const name of names) {
    if (!(await caaAllows(name, (each) => askDns(dns, each, 'CAA')))) return failCertificate(state, key, 'CAA_ERROR');
  }
  await issue(context, authority, stored.detail.CertificateArn);
}

/** When the record of each name was first seen; remembers what is new. */
async function lookForRecords(
  { state, now }: Context,
  key: string,
  stored: StoredCertificate,
  dns: IssuerOptions['dns'],
) {
  const resolvedAt = { ...stored.resolvedAt };
  let isNew = false;
  for (const option of stored.detail.DomainValidationOptions ?? []) {
    const name = option.DomainName ?? '';
    if (resolvedAt[name] !== undefined || !(await resolves(option, dns))) continue;
    resolvedAt[name] = now;
    isNew = true;
  }
  if (isNew) {
    await state.write((tx) => {
      const current = state.get('certificates', key);
      if (current) tx.put('certificates', key, { ...current, resolvedAt });
    });
  }
  return resolvedAt;
}

async function resolves({ ResourceRecord: record }: DomainValidation, dns: IssuerOptions['dns']): Promise<boolean> {
  if (!record?.Name || !record.Value) return false;
  const answers = await askDns(dns, record.Name, 'CNAME');
  return answers.some((answer) => answer.type === 'CNAME' && plain(answer.data) === plain(record.Value ?? ''));
}

/** A provider that takes no underscore in values may have dropped it there (facts 2.4). */
function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').replace(/^_/, '');
}
