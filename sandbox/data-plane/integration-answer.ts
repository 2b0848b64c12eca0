import type { Readable } from 'node:stream';
import { GatewayFault } from './fault';
import { type HeaderList, headerValue } from './header-list';
import { maxBodyBytes } from './request-body';

/** What an integration came back with, before the gateway makes its own answer of it. */
export interface IntegrationAnswer {
  status: number;
  /** Names as the back end wrote them. */
  headers: HeaderList;
  body: Buffer | Readable;
  /**
   * What patterns of integration responses are compared with, where that isn't the status: a function's error message.
   * `null`: with nothing, so that the default applies.
   */
  selectBy?: string | null;
}

/** The gateway's answer to the client, ready to be written. */
export interface GatewayAnswer extends IntegrationAnswer {}

/** Reads a body whole; throws the gateway's fault when it is longer than the gateway hands on. */
export async function readAnswerBody(body: Buffer | Readable): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new GatewayFault('internal', `the answer is longer than ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function declaredLength(headers: HeaderList): number | null {
  const text = headerValue(headers, 'Content-Length');
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
