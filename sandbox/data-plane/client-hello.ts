/** What is known of a TLS client's wishes before any of its handshake is answered. */
export interface ClientHello {
  serverName: string | null;
}

const handshakeRecord = 22;
const clientHelloMessage = 1;
const serverNameExtension = 0;
const hostNameType = 0;

/**
 * Reads the server name (SNI, RFC 6066 section 3) from the first bytes of a TLS connection. `null`: more bytes are
 * needed. What isn't a ClientHello, or is split over several records, counts as one without a name: OpenSSL will judge
 * it. Only the first record is looked at.
 */
export function readClientHello(bytes: Buffer): ClientHello | null {
  if (bytes.length < 5) return bytes[0] === undefined || bytes[0] === handshakeRecord ? null : { serverName: null };
  const end = 5 + bytes.readUInt16BE(3);
  if (bytes[0] !== handshakeRecord) return { serverName: null };
  if (bytes.length < end) return null;
  try {
    return { serverName: serverNameOf(new Reader(bytes.subarray(5, end))) };
  } catch (error) {
    if (error instanceof RangeError) return { serverName: null };
    throw error;
  }
}

function serverNameOf(hello: Reader): string | null {
  if (hello.number(1) !== clientHelloMessage) return null;
  hello.take(3); // length
  hello.take(2 + 32); // version, random
  hello.take(hello.number(1)); // session id
  hello.take(hello.number(2)); // cipher suites
  hello.take(hello.number(1)); // compression methods
  const extensions = new Reader(hello.take(hello.number(2)));
  while (extensions.left > 0) {
    const type = extensions.number(2);
    const data = extensions.take(extensions.number(2));
    if (type === serverNameExtension) return hostNameOf(new Reader(data));
  }
  return null;
}

function hostNameOf(extension: Reader): string | null {
  const names = new Reader(extension.take(extension.number(2)));
  while (names.left > 0) {
    const type = names.number(1);
    const name = names.take(names.number(2));
    if (type === hostNameType) return name.toString('latin1').toLowerCase();
  }
  return null;
}

/** Reads on and on; throws a RangeError at the end. */
class Reader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  take(count: number): Buffer {
    if (count > this.left) throw new RangeError('The message ends too early');
    this.#offset += count;
    return this.#bytes.subarray(this.#offset - count, this.#offset);
  }

  number(octets: 1 | 2): number {
    return this.take(octets).readUIntBE(0, octets);
  }
}
