import type { IncomingMessage } from 'node:http';
import { GatewayFault } from './fault';

/** AWS's limit of a request's and of an answer's body, bytes. */
export const maxBodyBytes = 10_485_760;

/** A client's body, to be streamed once or read any number of times. */
export interface ClientBody {
  /** `null` when the client doesn't say. */
  readonly declaredBytes: number | null;
  stream(): AsyncGenerator<Buffer>;
  read(): Promise<Buffer>;
}

/** A client's body on its way in, bounded: whoever reads it gets the 413 fault once it is too long. */
export class RequestBody implements ClientBody {
  readonly #message: IncomingMessage;
  readonly #onProgress: () => void;
  #whole: Promise<Buffer> | null = null;

  /** `onProgress` is called for every piece that arrives. */
  constructor(message: IncomingMessage, onProgress: () => void = () => undefined) {
    this.#message = message;
    this.#onProgress = onProgress;
  }

  /** From Content-Length; `null` when the client sends chunks. */
  get declaredBytes(): number | null {
    const { 'content-length': length, 'transfer-encoding': coding } = this.#message.headers;
    if (coding !== undefined) return null;
    return length === undefined ? 0 : Number(length);
  }

  get isDeclaredTooLong(): boolean {
    return (this.declaredBytes ?? 0) > maxBodyBytes;
  }

  /** The body as it arrives, or as it was read before. */
  async *stream(): AsyncGenerator<Buffer> {
    if (this.#whole) yield await this.#whole;
    else yield* this.#arriving();
  }

  /** All of it, in memory. */
  read(): Promise<Buffer> {
    this.#whole ??= collect(this.#arriving());
    return this.#whole;
  }

  /** Breaking off leaves the connection open, so that an answer can still be sent on it. */
  async *#arriving(): AsyncGenerator<Buffer> {
    let bytes = 0;
    try {
      for await (const chunk of this.#message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.#onProgress();
        if (bytes > maxBodyBytes) throw new GatewayFault('bodyTooLong');
        yield chunk;
      }
    } finally {
      // What nobody wants any more is read all the same: the client's next request stands behind it.
      this.#message.resume();
    }
  }
}

/** A body that is there already. */
export function wholeBody(body: Buffer): ClientBody {
  return {
    declaredBytes: body.length,
    async *stream() {
      if (body.length > 0) yield body;
    },
    read: async () => body,
  };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
