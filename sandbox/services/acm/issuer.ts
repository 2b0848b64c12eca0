import { now } from '../../clock';
import type { Context } from '../../context';
import { readDials } from '../../dials';
import { userOf } from '../../iam/caller';
import type { StoredCertificate } from '../../model';
import type { Authority } from '../../pki/authority';
import type { Log } from '../../sandbox';
import { accountIn, scopeOf } from '../../scope';
import type { State } from '../../state';
import { failCertificate, timeOutCertificate } from './fail-certificate';
import { issue } from './issue';
import { caaAllowsAll, type PublicDns, recordResolves } from './look-for-records';
import { advanceRenewal } from './renew';
import { WatchedCertificates } from './watched-certificates';

const lookEveryMs = 200;
const validationTimeoutMs = 72 * 3_600_000;

export interface IssuerOptions {
  state: State;
  authority: Authority;
  dns: PublicDns;
  log: Log;
}

/**
 * ACM's own work: looks for the validation CNAME of every pending certificate by asking the DNS, issues once all have
 * resolved for long enough, gives up after 72 hours, and renews what is in use before it ends. Everything it knows is in the
 * state, so a restart changes nothing.
 */
export function startIssuer(options: IssuerOptions): { stop(): Promise<void> } {
  const { state, log } = options;
  const watched = new WatchedCertificates(state);
  const stopping = new AbortController();
  const work = async (keys: string[], step: (key: string) => Promise<void>) => {
    for (const key of keys) {
      if (stopping.signal.aborted) return;
      await step(key).catch((error: unknown) => log(`acm: the issuer failed: ${String(error)}`));
    }
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await work(watched.pending(), (key) => advance(options, key));
      const due = watched.endingBefore(now(state) + readDials(state).renewalLeadMs);
      await work(due, (key) => advanceRenewal(contextOf(state, key), key, options));
      await pause(stopping.signal);
    }
  };
  const running = loop();
  return {
    /** Ends the loop after the certificate in hand. */
    async stop() {
      stopping.abort();
      await running;
      watched.close();
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

/** As if the certificate's owner called. */
function contextOf(state: State, key: string): Context {
  const account = accountIn(key);
  const region = key.split('/')[1] ?? '';
  const caller = userOf(account);
  return { state, account, caller, region, scope: scopeOf(region, account), now: now(state), dials: readDials(state) };
}

async function advance({ state, authority, dns }: IssuerOptions, key: string): Promise<void> {
  const stored = state.get('certificates', key);
  if (stored?.detail.Status !== 'PENDING_VALIDATION') return;
  // Content in the making is dated back: its certificates would seem to have waited for weeks.
  if (state.get('meta', 'seed') === 'begun') return;
  const context = contextOf(state, key);
  if (context.now - stored.requestedAt >= validationTimeoutMs) return timeOutCertificate(state, key);
  // ACM can't look for records that it hasn't made yet.
  if (context.now < stored.requestedAt + context.dials.validationRecordsAfterMs) return;
  const resolvedAt = await lookForRecords(context, key, stored, dns);
  const names = stored.detail.SubjectAlternativeNames ?? [];
  const times = names.map((name) => resolvedAt[name] ?? Number.POSITIVE_INFINITY);
  if (context.now < Math.max(...times) + context.dials.certificateIssueAfterMs) return;
  if (!(await caaAllowsAll(names, dns))) return failCertificate(state, key, 'CAA_ERROR');
  await issue(context, authority, stored.detail.CertificateArn);
}

/** When the record of each name was first seen; remembers what is new. */
async function lookForRecords({ state, now }: Context, key: string, stored: StoredCertificate, dns: PublicDns) {
  const resolvedAt = { ...stored.resolvedAt };
  let isNew = false;
  for (const option of stored.detail.DomainValidationOptions ?? []) {
    const name = option.DomainName ?? '';
    if (resolvedAt[name] !== undefined || !(await recordResolves(option, dns))) continue;
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
