import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** The client closed before its answer was out. */
export class ClientGone extends Error {}

/**
 * Writes a back end's body to the client, however long; resolves with its length. Rejects when the back end breaks off, and
 * with {@link ClientGone}. By hand, because `pipeline` costs a third of a request's time.
 */
export function pipeOut(body: Readable, response: ServerResponse): Promise<number> {
  return new Promise((resolve, reject) => {
    if (body.destroyed) return reject(body.errored ?? new Error('the back end broke off'));
    let bytes = 0;
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    body.once('error', reject);
    body.once('close', () => {
      if (!body.readableEnded) reject(new Error('the back end broke off'));
    });
    response.once('finish', () => resolve(bytes));
    response.once('close', () => {
      if (response.writableFinished) return;
      reject(new ClientGone());
      body.destroy();
    });
    body.pipe(response);
  });
}
