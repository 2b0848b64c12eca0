import { Agent, type Dispatcher, errors } from 'undici';
import type { BackEndRequest } from './build-back-end-request';
import { GatewayFault } from './fault';
import type { IntegrationAnswer } from './integration-answer';
import { receiveAnswer } from './receive-answer';
import type { ClientBody } from './request-body';

/** Sends requests to back ends over connections that are kept and shared. */
export interface BackEndClient {
  /**
   * Resolves when the answer is whole, or as soon as its headers are there when it `streams`. Rejects with a gateway fault, or with the signal's reason.
   * `signal` also ends the answer's body.
   */
  send(request: BackEndRequest, body: ClientBody, options: SendOptions): Promise<IntegrationAnswer>;
  close(): Promise<void>;
}

interface SendOptions {
  signal: AbortSignal;
  /** Whether the answer is handed on as it comes, or once it is whole. */
  streams: boolean;
  skipsVerification: boolean;
  /** What the gateway proves itself with, where a back end asks for it. */
  clientCertificate?: ClientCertificate | undefined;
}

/** PEM. */
interface ClientCertificate {
  id: string;
  certificatePem: string;
  privateKeyPem: string;
}

export function createBackEndClient(): BackEndClient {
  // AWS speaks TLS 1.2 at most to back ends; how long it waits is the integration's timeout, kept by the signal.
  const settings = { headersTimeout: 0, bodyTimeout: 0, connections: null } as const;
  const agents = new Map<string, Agent>();
  /** Connections are shared only between requests with the same certificate. */
  function agentFor({ skipsVerification, clientCertificate }: SendOptions): Agent {
    const key = `${skipsVerification}/${clientCertificate?.id ?? ''}`;
    const known = agents.get(key);
    if (known) return known;
    const { certificatePem: cert, privateKeyPem: privateKey } = clientCertificate ?? {};
    const proof = cert && privateKey ? { cert, key: privateKey } : {};
    const connect = {
      maxVersion: 'TLSv1.2',
      timeout: 29_000,
      rejectUnauthorized: !skipsVerification,
      ...proof,
    } as const;
    const agent = new Agent({ ...settings, connect });
    agents.set(key, agent);
    return agent;
  }
  return {
    async send(request, body, options) {
      const { signal, streams } = options;
      // The body's own failure (too long) is what happened, whatever undici makes of it.
      const failure: { fault?: unknown } = {};
      try {
        const agent = agentFor(options);
        const dispatched: Dispatcher.DispatchOptions = {
          origin: request.origin,
          path: request.path,
          method: request.verb as Dispatcher.HttpMethod,
          headers: [...request.headers.flat(), ...lengthHeader(request, body)],
          body: bodyOf(request, body, failure),
        };
        return await receiveAnswer({ signal, streams }, (handler) => void agent.dispatch(dispatched, handler));
      } catch (error) {
        throw failure.fault ?? (signal.aborted ? signal.reason : faultOf(error));
      }
    },
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

/** Hands a length on where the client gave one; undici writes those of buffers itself, and chunks otherwise. */
function lengthHeader(request: BackEndRequest, body: ClientBody): string[] {
  const length = request.body === 'stream' ? body.declaredBytes : null;
  return length ? ['Content-Length', String(length)] : [];
}

function bodyOf(
  request: BackEndRequest,
  body: ClientBody,
  failure: { fault?: unknown },
): Dispatcher.DispatchOptions['body'] {
  if (request.body !== 'stream') return request.body;
  if (body.declaredBytes === 0) return null;
  async function* watched() {
    try {
      yield* body.stream();
    } catch (error) {
      failure.fault = error;
      throw error;
    }
  }
  // undici takes any async iterable; its types name the common ones only.
  return watched() as unknown as Dispatcher.DispatchOptions['body'];
}

function faultOf(error: unknown): GatewayFault {
  if (error instanceof GatewayFault) return error;
  const isOurs = error instanceof errors.InvalidArgumentError || error instanceof errors.NotSupportedError;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new GatewayFault(isOurs ? 'internal' : 'network', reason, { cause: error });
}
