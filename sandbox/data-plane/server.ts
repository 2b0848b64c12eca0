import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6, type Server as NetServer, type Socket } from 'node:net';
import { ensureAuthority } from '../pki/authority';
import type { Log } from '../sandbox';
import type { State } from '../state';
import type { AccessLogs } from './access-log/access-logs';
import { createBackEndClient } from './back-end-client';
import { createFunctionRunner } from './functions/function-runner';
import { RequestBody } from './request-body';
import { nodeHeaderBytes } from './request-limits';
import { serveRequest } from './serve-request';
import { ServerCertificates } from './server-certificates';
import { createTlsListener } from './tls-listener';
import { minimumTlsVersionOf } from './tls-policy';

export interface DataPlane {
  httpPort: number;
  httpsPort: number;
  /** Breaks off what is running. */
  close(): Promise<void>;
}

export interface DataPlaneOptions {
  state: State;
  host: string;
  /** 0: any free one. */
  httpPort: number;
  httpsPort: number;
  log: Log;
  accessLogs: AccessLogs;
}

/** AWS keeps idle client connections for some minutes; long enough here that a browser's next click reuses one. */
const keepAliveMs = 60_000;

/** Starts the gateway that tenants' clients talk to. Rejects with the socket's error when a port can't be had. */
export async function startDataPlane(options: DataPlaneOptions): Promise<DataPlane> {
  const { state, host, httpPort, httpsPort, log, accessLogs } = options;
  const backEnds = createBackEndClient();
  const functions = createFunctionRunner();
  const certificates = new ServerCertificates(state, await ensureAuthority(state));

  function attach(server: Server, isSecure: boolean): void {
    server.keepAliveTimeout = keepAliveMs;
    const serve = (message: IncomingMessage, response: ServerResponse) =>
      void serveRequest({ state, backEnds, functions, log, accessLogs }, message, response, isSecure);
    server.on('request', serve);
    server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
      // Whoever asks before sending too much is told without having to send it.
      if (!new RequestBody(message).isDeclaredTooLong) response.writeContinue();
      serve(message, response);
    });
    server.on('clientError', refuseMalformed);
    // A failed handshake concerns its client alone.
    server.on('tlsClientError', (_error: Error, socket: Socket) => socket.destroy());
  }

  const http = createHttpServer({ maxHeaderSize: nodeHeaderBytes });
  attach(http, false);
  const https = createTlsListener({
    fallback: await certificates.ofGateway(),
    contextFor: (serverName) => certificates.contextFor(serverName),
    minimumVersion: (serverName) => minimumTlsVersionOf(state, serverName),
    attach: (server) => attach(server, true),
  });
  const listeners = [await listen(http, host, httpPort)];
  async function close() {
    await Promise.all([...listeners.map((listener) => listener.close()), backEnds.close(), functions.close()]);
  }
  try {
    listeners.push(await listen(https, host, httpsPort));
  } catch (error) {
    await close();
    throw error;
  }
  await rememberAddresses(state, host);
  return {
    httpPort: portOf(http),
    httpsPort: portOf(https),
    close,
  };
}

async function listen(server: NetServer, host: string, port: number): Promise<{ close(): Promise<void> }> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  async function close() {
    server.close();
    for (const socket of open) socket.destroy();
    await once(server, 'close');
  }
  return { close };
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}

/** What isn't HTTP gets a plain answer, when its connection can still carry one. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  socket.end(
    `HTTP/1.1 ${isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`,
  );
}

/** For DNS: names of the gateway resolve to where it listens. */
async function rememberAddresses(state: State, host: string): Promise<void> {
  const isAny = host === '0.0.0.0' || host === '::';
  const addresses = {
    ipv4: isAny || host === 'localhost' ? ['127.0.0.1'] : isIPv6(host) ? [] : [host],
    ipv6: host === '::' ? ['::1'] : isIPv6(host) ? [host] : [],
  };
  await state.write((tx) => tx.put('meta', 'gatewayAddresses', addresses));
}
