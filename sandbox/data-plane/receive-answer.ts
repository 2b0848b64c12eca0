import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { GatewayFault } from './fault';
import type { HeaderList } from './header-list';
import type { IntegrationAnswer } from './integration-answer';
import { maxBodyBytes } from './request-body';

interface ReceiveOptions {
  signal: AbortSignal;
  /** As soon as the headers are there; else when all of it is, as API Gateway does. */
  streams: boolean;
}

/**
 * Takes a back end's answer from undici. `send` starts the request with the given handler. Rejects with what went wrong, or
 * with the signal's reason, which also ends a streamed body.
 */
export function receiveAnswer(
  { signal, streams }: ReceiveOptions,
  send: (handler: Dispatcher.DispatchHandler) => void,
): Promise<IntegrationAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let answer: { status: number; headers: HeaderList } | undefined;
    let stream: Readable | undefined;
    const chunks: Buffer[] = [];
    let bytes = 0;

    function abort() {
      reject(signal.reason);
      controller?.abort(signal.reason);
    }
    function streamed(): Readable {
      const body = new Readable({
        read: () => controller?.resume(),
        destroy(error, done) {
          if (!body.readableEnded) controller?.abort(error ?? new Error('nobody reads the answer any more'));
          done(error);
        },
      });
      // Whoever reads it hears of its error; until then nobody may be there.
      body.on('error', () => undefined);
      return body;
    }

    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    send({
      onRequestStart(started) {
        controller = started;
        if (signal.aborted) abort();
      },
      onResponseStart(started, status) {
        // 1xx: the answer itself comes later.
        if (status < 200) return;
        answer = { status, headers: pairs(started.rawHeaders as Buffer[]) };
        if (!streams) return;
        stream = streamed();
        resolve({ ...answer, body: stream });
      },
      onResponseData(started, chunk) {
        if (stream) {
          if (!stream.push(chunk)) started.pause();
          return;
        }
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > maxBodyBytes)
          started.abort(new GatewayFault('internal', `the answer is longer than ${maxBodyBytes} bytes`));
      },
      onResponseEnd() {
        signal.removeEventListener('abort', abort);
        if (stream) stream.push(null);
        else if (answer) resolve({ ...answer, body: Buffer.concat(chunks) });
      },
      onResponseError(_controller, error) {
        signal.removeEventListener('abort', abort);
        if (stream) stream.destroy(error);
        else reject(error);
      },
    });
  });
}

/** Bytes stay what they are: Node writes headers in the same encoding. */
function pairs(raw: readonly Buffer[]): HeaderList {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.push([raw[index]?.toString('latin1') ?? '', raw[index + 1]?.toString('latin1') ?? '']);
  return headers;
}
