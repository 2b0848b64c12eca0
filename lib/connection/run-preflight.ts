import 'server-only';
import { and, eq, lte } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { withMaxWait } from '@/lib/aws/call-scope';
import { tryPermissions } from '@/lib/aws/preflight/try-permissions';
import type { Context } from '@/lib/context';
import { settings } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import type { Preflight } from './model';
import { readPolicyScope } from './read-policy-scope';
import { refreshIdentity } from './refresh-identity';
import { writeStored } from './stored';

/** Longer than any run; a run that died is not waited for. */
const leaseMs = 3 * 60_000;
/** API Gateway allows ten calls a second, and the tries queue behind each other. */
const maxWaitMs = 20_000;
const leaseKey = 'connection.preflight-running';

/**
 * Tries each permission that Gatehouse needs, changing nothing, and keeps what came of it.
 *
 * @throws ExpectedError `conflict` while another run goes on, `aws-unreachable` when it isn't known who we are
 */
export async function runPreflight(ctx: Context): Promise<Preflight> {
  const { identity, failure } = await refreshIdentity(ctx);
  if (identity === null || failure !== null) {
    throw new ExpectedError('aws-unreachable', failure?.sentence ?? 'AWS did not say who we are.', {
      ...(failure ? { fix: failure.fix } : {}),
    });
  }
  await takeTurn(ctx);
  try {
    const { account, region, endpoint, arn } = identity;
    const run = async (): Promise<Preflight> => {
      const scope = { ...(await readPolicyScope(ctx.db, { region, account })), account };
      const permissions = await withMaxWait(maxWaitMs, () => tryPermissions(ctx.aws, scope));
      return { at: ctx.now().toISOString(), account, region, endpoint, arn, permissions };
    };
    const after = ({ permissions }: Preflight) => ({
      region,
      missing: permissions
        .filter(({ verdict }) => verdict === 'missing')
        .map(({ operation, action }) => operation ?? action),
    });
    const preflight = await audited(ctx, { action: 'connection.preflight-run', resourceId: account }, run, { after });
    await writeStored(ctx.db, 'connection.preflight', preflight, ctx.now());
    return preflight;
  } finally {
    await ctx.db.delete(settings).where(eq(settings.key, leaseKey));
  }
}

/** One run at a time over all replicas: together they would only wait for the same quotas. */
async function takeTurn({ db, now }: Context): Promise<void> {
  const row = { key: leaseKey, value: {}, updatedAt: now() };
  const dead = and(eq(settings.key, leaseKey), lte(settings.updatedAt, new Date(now().getTime() - leaseMs)));
  const taken = await db
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({ target: settings.key, set: { updatedAt: row.updatedAt }, setWhere: dead })
    .returning({ key: settings.key });
  if (taken.length > 0) return;
  throw new ExpectedError('conflict', 'A preflight is running already.', {
    fix: 'Its result appears here in a moment.',
  });
}
