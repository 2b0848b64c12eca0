import 'server-only';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { TLSSocket } from 'node:tls';

export interface HttpAnswer {
  status: number;
  statusMessage: string;
  headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  rawHeaders: string[];
  body: Buffer;
  /** True when there was more than `maxBodyBytes`. */
  truncated: boolean;
  firstByteMs: number;
  totalMs: number;
}

interface Outgoing {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  maxBodyBytes: number;
  /** Milliseconds since 1970. */
  deadline: number;
}

export type SendResult = { ok: true; answer: HttpAnswer } | { ok: false; sentence: string };

/**
 * Sends one HTTP/1.1 request over a connected socket and reads at most `maxBodyBytes` of the answer. Redirects are
 * answers like any other. Never rejects; closes the socket.
 */
export function sendRequest(
  socket: TLSSocket,
  { method, path, headers, body, maxBodyBytes, deadline }: Outgoing,
): Promise<SendResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (result: SendResult) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(
      () => finish({ ok: false, sentence: 'The server took the request but did not answer in time.' }),
      Math.max(1, deadline - Date.now()),
    );
    const outgoing = request({
      createConnection: () => socket,
      method,
      path,
      headers: { ...headers, connection: 'close' },
    });
    outgoing.on('error', () => finish({ ok: false, sentence: 'The connection broke before there was an answer.' }));
    outgoing.once('response', (response) => {
      const firstByteMs = performance.now() - started;
      const chunks: Buffer[] = [];
      let size = 0;
      const done = (truncated: boolean) => {
        const { statusCode = 0, statusMessage = '', headers: answered, rawHeaders } = response;
        const whole = Buffer.concat(chunks).subarray(0, maxBodyBytes);
        const totalMs = performance.now() - started;
        const answer = {
          status: statusCode,
          statusMessage,
          headers: answered,
          rawHeaders,
          body: whole,
          truncated,
          firstByteMs,
          totalMs,
        };
        finish({ ok: true, answer });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBodyBytes) done(true);
      });
      response.once('end', () => done(false));
      response.once('error', () =>
        finish({ ok: false, sentence: 'The connection broke in the middle of the answer.' }),
      );
    });
    outgoing.end(body);
  });
}
