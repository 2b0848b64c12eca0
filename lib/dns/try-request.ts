import 'server-only';
import { connectTls } from '@/lib/dns/connect-tls';
import { describeFailure } from '@/lib/dns/describe-failure';
import type { SeenCertificate } from '@/lib/dns/describe-tls';
import type { Network } from '@/lib/dns/network';
import { resolveRouting } from '@/lib/dns/resolve-routing';
import { type HttpAnswer, sendRequest } from '@/lib/dns/send-request';

const overallMs = 35_000;
const maxBodyBytes = 65_536;
const userAgent = 'Gatehouse-try/1.0';

export interface TryInput {
  /** A domain of ours, read from the database, never from the form: this sends requests on the operator's behalf. */
  hostname: string;
  method: string;
  /** Starts with a slash; may have a query. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Both sides of a request. `response` is null when none came; then `sentence` says why. */
export interface TryResult {
  request: { line: string; headers: [name: string, value: string][]; body: string };
  connection: {
    address: string | null;
    port: number;
    protocol: string | null;
    certificate: SeenCertificate | null;
    sentence: string;
  };
  response: {
    status: number;
    statusMessage: string;
    headers: [name: string, value: string][];
    /** Text, at most 64 kB. Null when the body is not text. */
    body: string | null;
    bodyBytes: number;
    truncated: boolean;
  } | null;
  /** Milliseconds. */
  timings: { lookup: number; connect: number; firstByte: number | null; total: number };
  sentence: string;
}

/** Set by us, or with a meaning for the connection rather than for the request. */
const reserved = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'keep-alive',
  'te',
  'trailer',
  'expect',
];

/**
 * Sends a real HTTPS request to a domain the way a client would and returns both sides. Nothing is sent before the
 * server has shown a certificate valid for the hostname, so that a DNS record pointing into our own network reaches
 * nothing there.
 */
export async function tryRequest(network: Network, input: TryInput): Promise<TryResult> {
  const headers = headersOf(input);
  const started = performance.now();
  const deadline = Date.now() + overallMs;
  const routing = await resolveRouting(network.resolver, input.hostname);
  const lookup = performance.now() - started;
  const handshake = await connectTls({ network, hostname: input.hostname, addresses: routing.addresses, deadline });
  const connect = performance.now() - started - lookup;
  const result: TryResult = {
    request: {
      line: `${input.method} ${input.path} HTTP/1.1`,
      headers: Object.entries(headers),
      body: input.body ?? '',
    },
    connection: {
      address: handshake.address === '' ? null : handshake.address,
      port: network.httpsPort,
      protocol: handshake.protocol,
      certificate: handshake.certificate,
      sentence: handshake.sentence,
    },
    response: null,
    timings: { lookup, connect, firstByte: null, total: lookup + connect },
    sentence: routing.failure === null ? handshake.sentence : describeFailure(routing.failure, input.hostname),
  };
  if (handshake.socket === null) return result;
  const sent = await sendRequest(handshake.socket, { ...input, headers, maxBodyBytes, deadline });
  result.timings.total = performance.now() - started;
  if (!sent.ok) return { ...result, sentence: sent.sentence };
  result.timings.firstByte = lookup + connect + sent.answer.firstByteMs;
  return {
    ...result,
    response: reshape(sent.answer),
    sentence: `${sent.answer.status} ${sent.answer.statusMessage}`.trim(),
  };
}

function headersOf({ hostname, method, path, headers = {}, body }: TryInput): Record<string, string> {
  if (!/^\/[\x21-\x7e]*$/.test(path)) throw new TypeError('a path starts with a slash and has no spaces');
  if (!/^[A-Z]+$/.test(method) || method === 'CONNECT') throw new TypeError(`method ${method}`);
  const own = Object.entries(headers).filter(([name]) => !reserved.includes(name.toLowerCase()));
  const length: Record<string, string> =
    body === undefined || body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return { host: hostname, 'user-agent': userAgent, accept: '*/*', ...Object.fromEntries(own), ...length };
}

function reshape(answer: HttpAnswer): NonNullable<TryResult['response']> {
  const { status, statusMessage, rawHeaders, body, truncated } = answer;
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
  return { status, statusMessage, headers, body: textOf(body, truncated), bodyBytes: body.length, truncated };
}

function textOf(body: Buffer, truncated: boolean): string | null {
  // A cut may fall into the middle of a character.
  const text = new TextDecoder('utf-8', { fatal: !truncated });
  try {
    const decoded = text.decode(body);
    return decoded.includes('\u0000') ? null : decoded;
  } catch {
    return null;
  }
}
