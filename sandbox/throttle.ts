/** A token bucket: `perMs` tokens come back each millisecond, up to `burst`. */
export interface Quota {
  perMs: number;
  burst: number;
}

/** The request rates of a service (facts 01): for all operations together, and for single ones besides that. */
export interface Quotas {
  total?: Quota;
  operations: Record<string, Quota>;
}

/** `quota(5, 2000)` is five requests in two seconds, all of which may come at once unless `burst` says otherwise. */
export function quota(requests: number, perMs: number, burst = requests): Quota {
  return { perMs: requests / perMs, burst };
}

const maxBuckets = 1000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Enforces the quotas of the services. Buckets live in memory: a restart fills them. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * Takes a token from the bucket of the operation and from that of the service, or none at all.
   * @param owner account, region and service: who the buckets belong to
   * @param timeScale multiplies the rates, not the bursts
   */
  admits(owner: string, quotas: Quotas, operation: string, now: number, timeScale: number): boolean {
    const single = quotas.operations[operation];
    const wanted = [
      ...(quotas.total ? [this.#bucket(`${owner}`, quotas.total, now, timeScale)] : []),
      ...(single ? [this.#bucket(`${owner}/${operation}`, single, now, timeScale)] : []),
    ];
    if (wanted.some((bucket) => bucket.tokens < 1)) return false;
    for (const bucket of wanted) bucket.tokens -= 1;
    return true;
  }

  reset(): void {
    this.#buckets.clear();
  }

  #bucket(key: string, { perMs, burst }: Quota, now: number, timeScale: number): Bucket {
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + elapsed * perMs * timeScale);
    bucket.at = now;
    // A client may name ever new regions; what was least lately used is full again by then.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > maxBuckets && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}
