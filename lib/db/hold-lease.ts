/**
 * Runs something under a lease that was claimed: renews it from time to time, and gives it back at the end. A renewal that fails is
 * made up by the next one; when the database is gone, so is the run.
 */
export async function holdLease<T>(
  lease: { renew: () => Promise<unknown>; release: () => Promise<unknown>; renewEveryMs: number },
  run: () => Promise<T>,
): Promise<T> {
  let renewing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    renewing = lease.renew().catch(() => undefined);
  }, lease.renewEveryMs);
  try {
    return await run();
  } finally {
    clearInterval(timer);
    // One that is under way would take it again after it was given back.
    await renewing;
    await lease.release();
  }
}
