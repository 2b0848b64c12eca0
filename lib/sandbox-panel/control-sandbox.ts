import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { awsChanged } from '@/lib/inventory/aws-changed';
import { callSandbox } from '@/lib/sandbox-panel/call-sandbox';
import { dialsSchema, faultSchema } from '@/lib/sandbox-panel/read-sandbox';
import type {
  addFaultSchema,
  moveClockSchema,
  removeFaultSchema,
  resetSandboxSchema,
  turnDialsSchema,
} from '@/lib/sandbox-panel/schemas';

/** The audit log's name for the sandbox as a whole. */
const resourceId = 'sandbox';

const clockSchema = z.object({ now: z.string(), offsetMs: z.number() });

/**
 * Sets some of the sandbox's dials, at once and for good.
 *
 * @throws ExpectedError `aws-unreachable`, `invalid`
 */
export async function turnDials(ctx: Context, { dials }: z.output<typeof turnDialsSchema>): Promise<void> {
  const all = await callSandbox('GET', 'dials', dialsSchema);
  const before = Object.fromEntries(Object.keys(dials).map((name) => [name, all[name]]));
  await audited(ctx, { action: 'sandbox.dials-turned', resourceId, before, after: dials }, () =>
    callSandbox('PATCH', 'dials', dialsSchema, dials),
  );
}

/**
 * Adds a fault that strikes coming calls.
 *
 * @throws ExpectedError `aws-unreachable`, `invalid`
 */
export async function addFault(ctx: Context, fault: z.output<typeof addFaultSchema>): Promise<void> {
  await audited(
    ctx,
    { action: 'sandbox.fault-added', resourceId: `${fault.service} ${fault.operation}`, after: fault },
    () => callSandbox('POST', 'faults', faultSchema, fault),
  );
}

/**
 * Takes a fault away; one that has struck for the last time is gone already.
 *
 * @throws ExpectedError `aws-unreachable`
 */
export async function removeFault(ctx: Context, { id }: z.output<typeof removeFaultSchema>): Promise<void> {
  const before = (await callSandbox('GET', 'faults', z.array(faultSchema))).find((fault) => fault.id === id);
  if (!before) return;
  const about = `${before.service} ${before.operation}`;
  await audited(ctx, { action: 'sandbox.fault-removed', resourceId: about, before }, () =>
    callSandbox('DELETE', `faults?${new URLSearchParams({ id })}`, z.unknown()),
  );
}

/**
 * Moves the sandbox's clock forward, and looks at all domains again: certificates may have expired meanwhile.
 *
 * @throws ExpectedError `aws-unreachable`, `invalid`
 */
export async function moveClock(ctx: Context, { advanceMs }: z.output<typeof moveClockSchema>): Promise<void> {
  const before = await callSandbox('GET', 'clock', clockSchema);
  await audited(
    ctx,
    { action: 'sandbox.clock-moved', resourceId, before, after: { advanceMs } },
    () => callSandbox('POST', 'clock', clockSchema, { advanceMs }),
    { after: (after) => after },
  );
  await lookAtEverything(ctx);
}

/**
 * Removes all that is in the sandbox, and puts the first content back when asked. Tenants stay in the console: their domains
 * are made anew by the reconciler, as after any loss at AWS.
 *
 * @throws ExpectedError `aws-unreachable`
 */
export async function resetSandbox(ctx: Context, { seed }: z.output<typeof resetSandboxSchema>): Promise<void> {
  await audited(ctx, { action: 'sandbox.reset', resourceId, after: { seed } }, () =>
    callSandbox('POST', 'reset', z.unknown(), { seed }),
  );
  await lookAtEverything(ctx);
}

async function lookAtEverything({ db, now, correlationId = null }: Context): Promise<void> {
  await db.update(domains).set({
    nextCheckAt: now(),
    // Domains that are under way go on under the click that they are under way for.
    correlationId: sql`coalesce(${domains.correlationId}, ${correlationId})`,
  });
  wakeReconciler();
  awsChanged();
}
