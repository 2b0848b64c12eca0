import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { HeaderList } from './header-list';
import { declaredLength, type IntegrationAnswer } from './integration-answer';

/** A body of at most so many bytes, declared, is waited for: as a stream it would cost more than everything else. */
const collectedBytes = 64 * 1024;

/**
 * Takes a back end's answer from undici, as soon as its headers are there, or whole where it is small. `send` starts the
 * request with the given handler. Rejects with what went wrong, or with the signal's reason; the signal also ends the body.
 */
export function receiveAnswer(
  signal: AbortSignal,
  send: (handler: Dispatcher.DispatchHandler) => void,
): Promise<IntegrationAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let answer: { status: number; headers: HeaderList } | undefined;
    let stream: Readable | undefined;
    const chunks: Buffer[] = [];

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
        if ((declaredLength(answer.headers) ?? Number.POSITIVE_INFINITY) <= collectedBytes) return;
        stream = streamed();
        resolve({ ...answer, body: stream });
      },
      onResponseData(started, chunk) {
        if (!stream) chunks.push(chunk);
        else if (!stream.push(chunk)) started.pause();
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
