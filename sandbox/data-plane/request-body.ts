import type { IncomingMessage } from 'node:http';
import { GatewayFault } from './fault';

/** AWS's limit of a request's and of an answer's body, bytes. */
export const maxBodyBytes = 10_485_760;

/** A client's body, bounded: whoever reads it gets the 413 fault once it is too long. */
export class RequestBody {
  readonly #message: IncomingMessage;
  readonly #onProgress: () => void;

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

  /** The body as it arrives. Breaking off leaves the connection open, so that an answer can still be sent on it. */
  async *stream(): AsyncGenerator<Buffer> {
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

  /** All of it, in memory. */
  async read(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
