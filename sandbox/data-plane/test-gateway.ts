import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Integration, Method, RestApi, SecurityPolicy } from '@aws-sdk/client-api-gateway';
import type { DeploymentSnapshot, StoredFunction, StoredResource } from '../model';
import { ensureAuthority } from '../pki/authority';
import { issueCertificate } from '../pki/issue-certificate';
import type { KeyAlgorithm } from '../pki/key-pair';
import { keyOf, scopeOf } from '../scope';
import { State } from '../state';
import { AccessLogs } from './access-log/access-logs';
import { type DataPlane, startDataPlane } from './server';

/** Routes in short: `'GET /path'` -> integration, with the rest of the method where it matters. */
export type TestRoutes = Record<string, Integration & { method?: Method }>;

export interface TestAnswer {
  status: number;
  /** Names in lower case; of a repeated one the values joined with a comma. */
  headers: Record<string, string | undefined>;
  rawHeaders: string[];
  body: Buffer;
  text: string;
  /** The certificate's names, for HTTPS. */
  certificateNames: string | undefined;
}

export interface TestRequest {
  host: string;
  path?: string;
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer | AsyncIterable<Buffer>;
  tls?: RequestOptions & { servername?: string };
}

const noParts = { authorizers: [], models: [], requestValidators: [], gatewayResponses: [] };

/** A data plane over a fresh state in a temporary directory; for tests. */
export class TestGateway {
  log: string[] = [];
  readonly scope = scopeOf('us-east-1');

  private constructor(
    readonly state: State,
    readonly plane: DataPlane,
    readonly caPem: string,
    private readonly directory: string,
  ) {}

  static async start(): Promise<TestGateway> {
    const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-data-plane-'));
    const state = State.open(directory);
    const { caPem } = await ensureAuthority(state);
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const accessLogs = new AccessLogs(path.join(directory, 'access-logs'), log);
    const plane = await startDataPlane({ state, host: '127.0.0.1', httpPort: 0, httpsPort: 0, log, accessLogs });
    const gateway = new TestGateway(state, plane, caPem, directory);
    gateway.log = lines;
    return gateway;
  }

  async stop(): Promise<void> {
    await this.plane.close();
    await this.state.close();
    rmSync(this.directory, { recursive: true });
  }

  /** Puts an API with its stage, deployed as it is. */
  async putApi(
    id: string,
    stageName: string,
    routes: TestRoutes,
    more: { variables?: Record<string, string>; restApi?: RestApi; parts?: Partial<DeploymentSnapshot> } = {},
  ) {
    const resources = toResources(routes);
    const restApi = { ...more.restApi, id, name: id, rootResourceId: 'root' };
    const deploymentId = `${id}-1`;
    await this.state.write((tx) => {
      tx.put('restApis', keyOf.restApi(this.scope, id), restApi);
      for (const resource of resources) tx.put('resources', keyOf.resource(this.scope, id, resource.id), resource);
      tx.put('deployments', keyOf.deployment(this.scope, id, deploymentId), {
        deployment: { id: deploymentId },
        snapshot: { ...noParts, ...more.parts, restApi, resources },
      });
      const variables = more.variables ?? {};
      tx.put('stages', keyOf.stage(this.scope, id, stageName), { stageName, deploymentId, variables });
    });
  }

  /** Registers a Lambda function; its URI for integrations and authorizers. */
  async putFunction(name: string, source: string, more: Partial<StoredFunction> = {}): Promise<string> {
    const arn = `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
    const stored = { name, arn, runtime: 'nodejs20.x', description: '', source, ...more };
    await this.state.write((tx) => tx.put('functions', keyOf.function(this.scope, name), stored));
    return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
  }

  /** Puts a custom domain with its own certificate and mappings: base path (`''` for none) -> `api/stage`. */
  async putDomain(
    name: string,
    mappings: Record<string, string>,
    more: { securityPolicy?: SecurityPolicy; keyAlgorithm?: KeyAlgorithm } = {},
  ) {
    const { securityPolicy = 'TLS_1_2', keyAlgorithm = 'EC_prime256v1' } = more;
    const arn = `arn:aws:acm:us-east-1:123456789012:certificate/${name}`;
    const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 86_400_000) };
    const { chainPem, privateKeyPem } = await issueCertificate(await ensureAuthority(this.state), [name], {
      ...validity,
      keyAlgorithm,
    });
    await this.state.write((tx) => {
      const detail = { CertificateArn: arn, DomainName: name };
      tx.put('certificates', keyOf.certificate(this.scope, arn), {
        detail,
        tags: [],
        requestedAt: 0,
        chainPem,
        privateKeyPem,
      });
      tx.put('domainNames', keyOf.domainName(this.scope, name), {
        domainName: name,
        regionalCertificateArn: arn,
        securityPolicy,
      });
      for (const [key, target] of Object.entries(mappings)) {
        const [restApiId, stage] = target.split('/');
        const basePath = key === '' ? '(none)' : key;
        const mapping = { basePath, domainName: name, restApiId, ...(stage ? { stage } : {}) };
        tx.put('basePathMappings', keyOf.basePathMapping(this.scope, name, basePath), mapping);
      }
    });
  }

  http(request: TestRequest): Promise<TestAnswer> {
    return exchange(request, { port: this.plane.httpPort }, httpRequest);
  }

  https(request: TestRequest): Promise<TestAnswer> {
    const tls = { ca: this.caPem, servername: request.host, ...request.tls };
    return exchange(request, { port: this.plane.httpsPort, agent: false, ...tls }, httpsRequest);
  }
}

async function exchange(wanted: TestRequest, options: RequestOptions, send: typeof httpRequest): Promise<TestAnswer> {
  const { host, path: at = '/', method = 'GET', headers = {}, body } = wanted;
  const outgoing = send({ host: '127.0.0.1', path: at, method, headers: { Host: host, ...headers }, ...options });
  const responded = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  if (body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)) {
    for await (const chunk of body) outgoing.write(chunk);
    outgoing.end();
  } else outgoing.end(body);
  const [message] = await responded;
  const certificate =
    'getPeerCertificate' in message.socket
      ? (message.socket as import('node:tls').TLSSocket).getPeerCertificate()
      : undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  return {
    status: message.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(message.headersDistinct).map(([name, values]) => [name, values?.join(',')]),
    ),
    rawHeaders: message.rawHeaders,
    body: whole,
    text: whole.toString('utf8'),
    certificateNames: certificate?.subjectaltname,
  };
}

/** A back end of the test's own. */
export async function startTestBackEnd(
  listener: RequestListener,
): Promise<{ url: string; connections(): number; stop(): Promise<void> }> {
  const server = createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  async function stop() {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
  return { url: `http://127.0.0.1:${port}`, connections: () => connections, stop };
}

function toResources(routes: TestRoutes): StoredResource[] {
  const byPath = new Map<string, StoredResource>();
  for (const [route, { method, ...methodIntegration }] of Object.entries(routes)) {
    const [verb = '', at = '/'] = route.split(' ');
    const resource = byPath.get(at) ?? { id: `r${byPath.size}`, path: at, resourceMethods: {} };
    resource.resourceMethods = {
      ...resource.resourceMethods,
      [verb]: { httpMethod: verb, authorizationType: 'NONE', ...method, methodIntegration },
    };
    byPath.set(at, resource);
  }
  return [...byPath.values()];
}
