import 'server-only';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readWorkingCopy, type WorkingCopy } from '@/lib/inventory/read-working-copy';

/** The shared gateway's working copy from the cache; null before the first sync. */
export async function lookUpWorkingCopy(db: Db): Promise<(WorkingCopy & { restApiId: string }) | null> {
  const restApiId = await getGatewayId(db);
  const copy = restApiId === null ? null : await readWorkingCopy(db, restApiId);
  return restApiId === null || copy === null ? null : { ...copy, restApiId };
}

/** @throws ExpectedError `not-found` before the first sync */
export async function findWorkingCopy(db: Db): Promise<WorkingCopy & { restApiId: string }> {
  const copy = await lookUpWorkingCopy(db);
  if (copy !== null) return copy;
  throw new ExpectedError('not-found', 'The gateway has not been read from AWS yet, so nothing was changed.', {
    fix: 'Wait a moment; the overview says what the last read of AWS came to.',
  });
}

/**
 * The working copy of a change set's gateway.
 *
 * @throws ExpectedError `not-found` when it isn't known
 */
export async function workingCopyOf(db: Db, { restApiId }: { restApiId: string }): Promise<WorkingCopy> {
  const copy = await readWorkingCopy(db, restApiId);
  if (copy !== null) return copy;
  throw new ExpectedError('not-found', `The gateway ${restApiId} of this change set is not known any more.`);
}
