import type { IncomingHttpHeaders } from 'node:http';

/**
 * Did this answer come from the gateway, through a mapping of the domain? Pure. API Gateway marks every answer with
 * `x-amz-apigw-id`. Its 403 with `ForbiddenException` is what a domain without a matching mapping says (facts 8.1), so
 * it proves nothing; "Missing Authentication Token" is the stage's own 403 for an unknown path, so it does.
 */
export function judgeAnswer(status: number, headers: IncomingHttpHeaders): { ok: boolean; sentence: string } {
  if (headers['x-amz-apigw-id'] === undefined) {
    const server = typeof headers.server === 'string' ? ` (it calls itself ${headers.server.slice(0, 40)})` : '';
    return { ok: false, sentence: `Something else than the gateway answered with ${status}${server}.` };
  }
  const errorType = String(headers['x-amzn-errortype'] ?? '');
  if (status === 403 && errorType.startsWith('ForbiddenException')) {
    return { ok: false, sentence: 'The gateway answered 403 Forbidden: no mapping serves this path yet.' };
  }
  return { ok: true, sentence: sentenceOf(status, errorType) };
}

/** An error of the gateway itself proves the way to it all the same; operators should not take it for a fault of that way. */
function sentenceOf(status: number, errorType: string): string {
  // Also what a route that wants signed requests says to one that is not (facts 8.3).
  if (errorType.startsWith('MissingAuthenticationToken'))
    return `The gateway itself answered (${status}: it has no open route at this path), which is proof enough.`;
  if (status >= 500)
    return `The gateway itself answered (${status}: what this path calls fails), which is proof enough.`;
  return `The gateway answered with ${status}.`;
}

/**
 * Refusals of the gateway itself that clients meet, too: its quotas, and its own outages. What an integration fails with is not the
 * domain's fault, and no risk. Pure.
 */
export function gatewayRisk(status: number, headers: IncomingHttpHeaders): string | null {
  if (headers['x-amz-apigw-id'] === undefined) return null;
  const errorType = String(headers['x-amzn-errortype'] ?? '');
  if (status === 429 && /^(TooManyRequests|LimitExceeded)/.test(errorType))
    return 'The gateway refuses requests with 429: a quota or a throttle of the account, the stage or a usage plan is used up.';
  if (status === 503 && errorType.startsWith('ServiceUnavailable'))
    return 'The gateway itself is not available at times (503).';
  return null;
}
