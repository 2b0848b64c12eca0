import 'server-only';
import { signDelivery } from './sign-delivery';

const timeoutMs = 10_000;

export type Posted = { ok: true; status: number } | { ok: false; sentence: string };

/** Posts one delivery; only an answer of 2xx counts as taken. Redirects are not followed: they would leave the receiver that was set. */
export async function post(
  { url, secret }: { url: string; secret: string },
  delivery: { id: string; body: string },
  { now, stopping }: { now: Date; stopping?: AbortSignal },
): Promise<Posted> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(url, {
      method: 'POST',
      redirect: 'manual',
      signal: stopping ? AbortSignal.any([timeout, stopping]) : timeout,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Gatehouse',
        'gatehouse-delivery': delivery.id,
        'gatehouse-signature': signDelivery(secret, delivery.body, now),
      },
      body: delivery.body,
    });
    // What it says is nobody's business here; reading none of it would keep the connection.
    await response.body?.cancel();
    if (response.ok) return { ok: true, status: response.status };
    return { ok: false, sentence: `The receiver answered ${response.status}.` };
  } catch (error) {
    if (timeout.aborted) return { ok: false, sentence: 'The receiver did not answer within 10 s.' };
    return { ok: false, sentence: sentenceOf(error) };
  }
}

/** The one place where the console connects to the receiver. */
function send(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}

const codes: Record<string, string> = {
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver cut the connection off.',
  UND_ERR_SOCKET: 'The receiver cut the connection off.',
  ENOTFOUND: "The receiver's host name does not resolve.",
  EAI_AGAIN: "The receiver's host name does not resolve.",
  CERT_HAS_EXPIRED: "The receiver's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The receiver's certificate is signed by itself.",
};

function sentenceOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const known = 'code' in at && typeof at.code === 'string' ? codes[at.code] : undefined;
    if (known) return known;
  }
  return 'The receiver could not be reached.';
}
