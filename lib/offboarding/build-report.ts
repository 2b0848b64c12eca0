import { offboardingSteps } from '@/lib/domains/model';
import type { OffboardingEntry, RemovalItem, RemovalReport, RemovalStep } from './model';

const order: readonly RemovalStep[] = [...offboardingSteps, 'remove-tenant'];

/** The report's parts from its lines: one item a thing, with what became of it. Pure. */
export function buildParts(entries: OffboardingEntry[]): RemovalReport['parts'] {
  const hostnames = [...new Set(entries.flatMap((entry) => entry.hostname ?? []))].sort();
  const parts = [...hostnames, null].map((hostname) => ({
    hostname,
    items: itemsOf(entries.filter((entry) => entry.hostname === hostname)),
  }));
  return parts.filter(({ items }) => items.length > 0);
}

/** When anything of it was last read afresh and found gone. */
export function lastVerified(entries: OffboardingEntry[]): string | null {
  return (
    entries
      .flatMap((entry) => (entry.result === 'verified-gone' ? [entry.at] : []))
      .sort()
      .at(-1) ?? null
  );
}

function itemsOf(entries: OffboardingEntry[]): RemovalItem[] {
  const items = new Map<string, RemovalItem>();
  for (const entry of entries) {
    const key = `${entry.step} ${entry.what}`;
    items.set(key, after(items.get(key) ?? null, entry));
  }
  // What a step said before it had anything to take away is over once something was taken away.
  const all = [...items.values()];
  const worth = all.filter(
    (item) =>
      item.what !== '' || item.state === 'continued' || !all.some((one) => one.step === item.step && one.what !== ''),
  );
  return worth.sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step) || (a.what < b.what ? -1 : 1));
}

const states: Record<OffboardingEntry['result'], RemovalItem['state']> = {
  removing: 'under-way',
  removed: 'removed',
  'verified-gone': 'gone',
  stays: 'stays',
  asked: 'asked',
  failed: 'failed',
  continued: 'continued',
};

function after(item: RemovalItem | null, entry: OffboardingEntry): RemovalItem {
  const { step, what, at, result } = entry;
  const verified = result === 'verified-gone';
  return {
    step,
    what,
    at,
    state: states[result],
    sentence: sentenceOf(item, entry),
    removedAt: result === 'removed' ? at : (item?.removedAt ?? null),
    verifiedAt: verified ? at : (item?.verifiedAt ?? null),
    requestIds: [...new Set([...(item?.requestIds ?? []), ...entry.requestIds])],
  };
}

function sentenceOf(item: RemovalItem | null, { result, what, sentence }: OffboardingEntry): string {
  if (result !== 'verified-gone' || what === '') return sentence;
  if (item?.removedAt) return 'Taken away, and a later read found nothing of it.';
  return 'A later read found nothing of it; the answer to the call itself was lost when the process ended.';
}
