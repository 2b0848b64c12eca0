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
  return { ok: true, sentence: `The gateway answered with ${status}.` };
}
