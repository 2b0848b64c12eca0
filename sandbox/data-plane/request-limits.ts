import type { IncomingMessage } from 'node:http';
import { GatewayFault } from './fault';

/** Of a regional API (facts 01, 1.3), bytes. */
const maxHeaderBytes = 10_240;
const maxUrlBytes = 10_240;

/** For Node's own limit, which counts the request line with the headers: beyond ours, so that ours decide. */
export const nodeHeaderBytes = 32_768;

/** Refuses what AWS would: a longer URL, or more in all header names, values and separators. */
export function refuseTooLong({ url = '', rawHeaders }: IncomingMessage): void {
  if (Buffer.byteLength(url) > maxUrlBytes) throw new GatewayFault('urlTooLong');
  // `: ` and the end of line belong to each header.
  const separators = (rawHeaders.length / 2) * 4;
  const bytes = rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text, 'latin1'), separators);
  if (bytes > maxHeaderBytes) throw new GatewayFault('headersTooLong');
}
