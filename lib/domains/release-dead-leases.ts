import 'server-only';
import { hostname } from 'node:os';
import { inArray, like } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains } from '@/lib/db/schema';

/** Names a replica so that the next one on the same machine can tell whether it still runs. */
export function leaseOwner(id: string): string {
  return `${hostname()}/${process.pid}/${id}`;
}

/**
 * Takes back the leases of processes of this machine that do not run any more, so that a killed console goes on at once
 * when it is started again. Leases of other machines run out by themselves.
 */
export async function releaseDeadLeases(db: Db, self: string): Promise<void> {
  const here = `${hostname()}/`;
  const rows = await db
    .selectDistinct({ owner: domains.leaseOwner })
    .from(domains)
    .where(like(domains.leaseOwner, `${here}%`));
  const dead = rows.flatMap(({ owner }) =>
    owner !== null && owner !== self && !isRunning(owner.slice(here.length)) ? owner : [],
  );
  if (dead.length === 0) return;
  await db.update(domains).set({ leaseOwner: null, leaseUntil: null }).where(inArray(domains.leaseOwner, dead));
}

function isRunning(rest: string): boolean {
  try {
    return process.kill(Number(rest.split('/')[0]), 0);
  } catch (error) {
    // Another user's process runs, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
