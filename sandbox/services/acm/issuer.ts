import type { DomainValidation } from '@aws-sdk/client-acm';
import { now } from '../../clock';
import type { Context } from '../../context';
import { readDials } from '../../dials';
import type { StoredCertificate } from '../../model';
import type { Authority } from '../../pki/authority';
import type { Log } from '../../sandbox';
import { account, scopeOf } from '../../scope';
import type { State } from '../../state';
import { askDns } from './ask-dns';
import { issue } from './issue';

const lookEveryMs = 200;
const validationTimeoutMs = 72 * 3_600_000;

interface Issuer {
  /** Ends the loop after the round in hand. */
  stop(): Promise<void>;
}

/**
 * ACM's own work: looks for the validation CNAME of every pending certificate by asking the DNS, issues once all have
 * resolved for long enough, gives up after 72 hours. Everything it knows is in the state, so a restart changes nothing.
 */
export function startIssuer(options: {
  state: State;
  authority: Authority;
  dns: { host: string; port: number };
  log: Log;
}): Issuer {
  const { state, log } = options;
  let stopped = false;
  let wake = () => {};
  const loop = async () => {
    while (!stopped) {
      await round(options).catch((error: unknown) => log(`acm: the issuer failed: ${String(error)}`));
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };

  async function round({ authority, dns }: typeof options): Promise<void> {
    for (const { key, value: stored } of [...state.entries('certificates', `${account}/`)]) {
      if (stored.detail.Status !== 'PENDING_VALIDATION' || stopped) continue;
      const region = key.split('/')[1] ?? '';
      const context: Context = {
        state,
        account,
        region,
        scope: scopeOf(region),
        now: now(state),
        dials: readDials(state),
      };
      await advance(context, { key, stored, authority, dns });
    }
  }
}

interface Pending {
  key: string;
  stored: StoredCertificate;
  authority: Authority;
  dns: { host: string; port: number };
}

async function advance(context: Context, { key, stored, authority, dns }: Pending): Promise<void> {
  const { state, dials } = context;
  if (context.now - stored.requestedAt >= validationTimeoutMs) return timeOut(context, key);
  // ACM can't look for records that it hasn't made yet.
  if (context.now < stored.requestedAt + dials.validationRecordsAfterMs) return;
  const options = stored.detail.DomainValidationOptions ?? [];
  const resolvedAt = { ...stored.resolvedAt };
  for (const option of options) {
    const name = option.DomainName ?? '';
    if (resolvedAt[name] === undefined && (await resolves(option, dns))) resolvedAt[name] = context.now;
  }
  if (Object.keys(resolvedAt).length > Object.keys(stored.resolvedAt ?? {}).length) {
    await state.write((tx) => {
      const current = state.get('certificates', key);
      if (current) tx.put('certificates', key, { ...current, resolvedAt });
    });
  }
  const times = options.map((option) => resolvedAt[option.DomainName ?? ''] ?? Number.POSITIVE_INFINITY);
  if (options.length > 0 && context.now >= Math.max(...times) + dials.certificateIssueAfterMs) {
    await issue(context, authority, stored.detail.CertificateArn);
  }
}

async function resolves({ ResourceRecord: record }: DomainValidation, dns: Pending['dns']): Promise<boolean> {
  if (!record?.Name || !record.Value) return false;
  const answers = await askDns(dns, record.Name, 'CNAME');
  return answers.some((answer) => answer.type === 'CNAME' && plain(answer.data) === plain(record.Value ?? ''));
}

/** A provider that takes no underscore in values may have dropped it there (facts 2.4). */
function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').replace(/^_/, '');
}

async function timeOut({ state }: Context, key: string): Promise<void> {
  await state.write((tx) => {
    const current = state.get('certificates', key);
    if (!current) return;
    const DomainValidationOptions = current.detail.DomainValidationOptions?.map((option) => ({
      ...option,
      ValidationStatus: 'FAILED' as const,
    }));
    tx.put('certificates', key, {
      ...current,
      detail: { ...current.detail, Status: 'VALIDATION_TIMED_OUT', DomainValidationOptions },
    });
  });
}
