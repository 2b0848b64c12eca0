import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { SecureContext, SecureVersion } from 'node:tls';
import { readClientHello } from './client-hello';
import { nodeHeaderBytes } from './request-limits';

export interface TlsListenerOptions {
  /** PEM, for clients that name no server. */
  fallback: { cert: string; key: string };
  contextFor(serverName: string): Promise<SecureContext>;
  minimumVersion(serverName: string | null): SecureVersion;
  /** Attaches the request handlers. */
  attach(server: HttpsServer): void;
}

const helloTimeoutMs = 10_000;
const longestHello = 5 + 0xffff;

/**
 * HTTPS with certificate and lowest TLS version by server name. OpenSSL has fixed the version before Node's SNICallback
 * gets to choose a context, so the name is read from the ClientHello first, and one HTTPS server per version gets the
 * connection. Only the returned server listens.
 */
export function createTlsListener(options: TlsListenerOptions): Server {
  const servers = new Map<string, HttpsServer>();

  function serverFor(version: SecureVersion, isNamed: boolean): HttpsServer {
    const key = `${version} ${isNamed}`;
    const known = servers.get(key);
    if (known) return known;
    const server = createHttpsServer({
      maxHeaderSize: nodeHeaderBytes,
      // Node adds the certificate chosen by name to the server's own, and OpenSSL then presents either, as the key
      // types please it. So a server for named clients has none of its own.
      ...(isNamed ? {} : options.fallback),
      minVersion: version,
      // OpenSSL's default security level has no TLS before 1.2 any more.
      ...(version === 'TLSv1' ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
      SNICallback: (name, done) => {
        options.contextFor(name.toLowerCase()).then(
          (context) => done(null, context),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    });
    servers.set(key, server);
    options.attach(server);
    return server;
  }

  return createServer((socket) => {
    peekHello(socket, (serverName) => {
      serverFor(options.minimumVersion(serverName), serverName !== null).emit('connection', socket);
    });
  });
}

/** Waits for the ClientHello, puts it back and passes its server name on; gives up on what takes too long. */
function peekHello(socket: Socket, done: (serverName: string | null) => void): void {
  let seen: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.setTimeout(helloTimeoutMs, () => socket.destroy());
  socket.on('data', function look(chunk: Buffer) {
    seen = Buffer.concat([seen, chunk]);
    const hello = readClientHello(seen);
    if (!hello && seen.length < longestHello) return;
    socket.off('data', look);
    socket.setTimeout(0);
    socket.pause();
    socket.unshift(seen);
    done(hello?.serverName ?? null);
  });
}
