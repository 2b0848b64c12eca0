import { createHmac } from 'node:crypto';

/**
 * Header `Gatehouse-Signature`: `t=<seconds since 1970>,v1=<hex>`, where v1 is the HMAC-SHA256 of `<t>.<body>` under the secret. A receiver
 * computes it again and refuses what is older than a few minutes.
 */
export function signDelivery(secret: string, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1_000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
