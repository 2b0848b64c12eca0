import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { AwsCall } from '@/lib/audit/model';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { offboardings } from '@/lib/db/schema';
import type { Decision } from '@/lib/domains/decide';
import type { Attempt } from '@/lib/domains/decide/apply-attempt';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { OffboardingStep } from '@/lib/domains/model';
import type { Observed } from '@/lib/domains/observed';
import { entriesOfLook } from '@/lib/domains/removal-entries';
import { itemsOf } from '@/lib/domains/removal-items';
import type { OffboardingEntry } from '@/lib/offboarding/model';

type Leaving = Pick<LoadedDomain, 'offboardingId' | 'wanted'>;

/** Adds lines to a report. One statement, so that the domains of a tenant, which go side by side, never lose each other's. */
export async function addEntries(db: Db, id: string, entries: OffboardingEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .update(offboardings)
    .set({ entries: sql`${offboardings.entries} || ${JSON.stringify(entries)}::jsonb` })
    .where(eq(offboardings.id, id));
}

/** Notes what a fresh look has found. Inside a transaction pass `{ ...ctx, db: tx }`. */
export async function noteLook(
  ctx: Context,
  domain: LoadedDomain,
  decision: Decision,
  calls: AwsCall[],
): Promise<void> {
  const { offboardingId, wanted } = domain;
  if (offboardingId === null) return;
  const entries = await readEntries(ctx.db, offboardingId);
  const asked = wanted.zoneId === null ? [wanted.hostname] : [];
  const at = ctx.now().toISOString();
  await addEntries(
    ctx.db,
    offboardingId,
    entriesOfLook(decision, { hostname: wanted.hostname, at, entries, calls, asked }),
  );
}

/** Notes what a step is about to take away: before the call, so that no crash loses it. */
export async function noteRemoving(
  ctx: Context,
  domain: LoadedDomain,
  observed: Observed,
  step: OffboardingStep,
): Promise<void> {
  const { offboardingId, previous } = domain;
  if (offboardingId === null) return;
  const entries = await readEntries(ctx.db, offboardingId);
  const known = (what: string) =>
    entries.some(
      (one) =>
        one.hostname === domain.wanted.hostname && one.step === step && one.result === 'removing' && one.what === what,
    );
  const items = itemsOf[step]({ subject: domain, observed, previous, region: ctx.aws.region });
  await addEntries(
    ctx.db,
    offboardingId,
    items
      .filter((what) => !known(what))
      .map((what) => line(ctx, domain, { step, result: 'removing', what, sentence: 'About to be taken away.' })),
  );
}

/** Notes what the step came to: removed, with AWS's ids of the calls, or refused, once each. */
export async function noteAttempt(
  ctx: Context,
  domain: LoadedDomain,
  observed: Observed,
  step: OffboardingStep,
  { attempt, calls }: { attempt: Attempt | null; calls: AwsCall[] },
): Promise<void> {
  const { offboardingId, previous } = domain;
  if (offboardingId === null || attempt?.result === 'waiting') return;
  const requestIds = calls.flatMap(({ requestId, error }) =>
    requestId !== null && (error === null) === (attempt === null) ? [requestId] : [],
  );
  if (attempt === null) {
    const items = itemsOf[step]({ subject: domain, observed, previous, region: ctx.aws.region });
    const sentence = step === 'stop-usage' ? 'Disabled.' : 'Taken away.';
    const lines = items.map((what) => ({
      ...line(ctx, domain, { step, result: 'removed', what, sentence }),
      requestIds,
    }));
    await addEntries(ctx.db, offboardingId, lines);
    return;
  }
  const { sentence, fix } = attempt.trouble;
  const entry = line(ctx, domain, { step, result: 'failed', what: '', sentence: `${sentence} ${fix}`.trim() });
  const entries = await readEntries(ctx.db, offboardingId);
  const last = entries.findLast((one) => one.hostname === domain.wanted.hostname && one.step === step);
  if (last?.result === 'failed' && last.sentence === entry.sentence) return;
  await addEntries(ctx.db, offboardingId, [{ ...entry, requestIds }]);
}

function line(
  ctx: Context,
  { wanted }: Leaving,
  entry: Pick<OffboardingEntry, 'step' | 'result' | 'what' | 'sentence'>,
): OffboardingEntry {
  return { at: ctx.now().toISOString(), hostname: wanted.hostname, ...entry, requestIds: [] };
}

async function readEntries(db: Db, id: string): Promise<OffboardingEntry[]> {
  const [row] = await db.select({ entries: offboardings.entries }).from(offboardings).where(eq(offboardings.id, id));
  return row?.entries ?? [];
}
