import 'server-only';
import { ExpectedError } from '@/lib/errors';
import type { AddressGuard } from '@/lib/net/address-guard';
import { guardedFetch } from '@/lib/net/guarded-fetch';
import { signDelivery } from './sign-delivery';

const timeoutMs = 10_000;

export type Posted = { ok: true; status: number } | { ok: false; sentence: string; fix: string | null };

interface Circumstances {
  now: Date;
  stopping?: AbortSignal;
  /** Says which addresses may be connected to; the process's own by default. */
  guard?: AddressGuard;
}

/** Posts one delivery; only an answer of 2xx counts as taken. Redirects are not followed: they would leave the receiver that was set. */
export async function post(
  { url, secret }: { url: string; secret: string },
  delivery: { id: string; body: string },
  { now, stopping, guard }: Circumstances,
): Promise<Posted> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Gatehouse',
    'gatehouse-delivery': delivery.id,
    'gatehouse-signature': signDelivery(secret, delivery.body, now),
  };
  try {
    const { ok, status } = await guardedFetch(
      url,
      { method: 'POST', headers, body: delivery.body, ...(stopping ? { signal: stopping } : {}) },
      // What the receiver says is nobody's business here.
      { purpose: 'The audit webhook', timeoutMs, maxBodyBytes: 0, ...(guard ? { guard } : {}) },
    );
    return ok ? { ok, status } : { ok, sentence: `The receiver answered ${status}.`, fix: null };
  } catch (error) {
    if (error instanceof ExpectedError) return { ok: false, sentence: error.message, fix: error.options.fix ?? null };
    throw error;
  }
}
