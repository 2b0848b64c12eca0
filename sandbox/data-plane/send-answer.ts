import type { ServerResponse } from 'node:http';
import { GatewayFault } from './fault';
import type { GatewayRequest } from './gateway-call';
import { declaredLength, type GatewayAnswer } from './integration-answer';
import { pipeOut } from './pipe-out';
import { maxBodyBytes } from './request-body';

/** Writes an answer; resolves with the length of its body when it is out. Rejects when the back end breaks off in the middle. */
export async function sendAnswer(
  response: ServerResponse,
  request: GatewayRequest,
  answer: GatewayAnswer,
): Promise<number> {
  const declared = declaredLength(answer.headers);
  const bytes = Buffer.isBuffer(answer.body) ? answer.body.length : null;
  // Of HEAD, the back end says how long the body would be.
  const length = request.verb === 'HEAD' ? (declared ?? bytes) : (bytes ?? declared);
  // Streams may be longer (facts 1.3), and of HEAD nothing is sent.
  if ((bytes ?? 0) > maxBodyBytes) throw new GatewayFault('internal', `the answer has ${bytes} bytes`);
  const hasBody = request.verb !== 'HEAD' && answer.status !== 204 && answer.status !== 304;
  const headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  // The wire's HEAD, not one by X-HTTP-Method-Override: after another verb a length promises as many bytes.
  if (length !== null && (hasBody || response.req.method === 'HEAD')) headers.push(['Content-Length', String(length)]);
  writeHead(response, answer.status, [...identify(request), ...headers]);
  if (Buffer.isBuffer(answer.body)) {
    response.end(hasBody ? answer.body : undefined);
    return hasBody ? answer.body.length : 0;
  }
  const sent = await pipeOut(answer.body, response);
  return hasBody ? sent : 0;
}

/** Writes the refusal of what stands in front of the gateway: plain text, and none of the gateway's headers. Its length. */
export function sendFront(response: ServerResponse, { kind, status, text }: GatewayFault): number {
  // After a body the connection stays open, and Node reads on: a client still sending would else lose the answer.
  const bytes = Buffer.byteLength(text ?? '');
  writeHead(response, status, [
    ...(kind === 'bodyTooLong' ? [] : [['Connection', 'close'] as const]),
    ['Content-Type', 'text; charset=utf-8'],
    ['Content-Length', String(bytes)],
  ]);
  response.end(text);
  return bytes;
}

function identify(request: GatewayRequest): [string, string][] {
  return [
    ['x-amzn-RequestId', request.requestId],
    ['x-amz-apigw-id', request.extendedRequestId],
  ];
}

function writeHead(response: ServerResponse, status: number, headers: (readonly [string, string])[]): void {
  try {
    response.writeHead(status, headers.flat());
  } catch (error) {
    // A name or value that HTTP can't carry, out of a mapping or a back end.
    throw new GatewayFault('internal', `the answer can't be written: ${String(error)}`, { cause: error });
  }
}
