import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { Pool } from 'undici';
import { testClients } from '../sandbox/test-sandbox';
import { type Measure, median, percentile } from './measure';
import { outputUntil, startSandboxProcess } from './sandbox-process';

const connections = 16;
/** Short turns, so that whatever else the machine does meets both alike. */
const roundMs = 1000;
const rounds = 10;
/** By then V8 has compiled what is used much. */
const warmUpRounds = 10;

interface Round {
  perSecond: number;
  latenciesMs: number[];
  /** Of the process between client and back end, for one request. */
  cpuMs: number;
}

/** The data plane's HTTP_PROXY to a small back end, beside Node's own reverse proxy to the same, in turns. */
export async function measureDataPlane(): Promise<Measure[]> {
  const started: { stop(): unknown }[] = [];
  try {
    const backEnd = await startServer('back-end');
    started.push(backEnd);
    const proxy = await startServer('proxy', backEnd.url);
    started.push(proxy);
    const sandbox = await startSandboxProcess();
    started.push(sandbox);
    const { gateway } = testClients(sandbox.url);
    const restApiId = await deployProxyApi(gateway, backEnd.url);
    const host = `${restApiId}.execute-api.us-east-1.amazonaws.com`;
    const gatewayUrl = `http://127.0.0.1:${sandbox.httpPort}/live/orders`;
    const gatewayRounds: Round[] = [];
    const proxyRounds: Round[] = [];
    for (let n = -warmUpRounds; n < rounds; n += 1) {
      const ofProxy = await load(`${proxy.url}/orders`, 'localhost', proxy.pid);
      const ofGateway = await load(gatewayUrl, host, sandbox.pid);
      if (n < 0) continue;
      proxyRounds.push(ofProxy);
      gatewayRounds.push(ofGateway);
    }
    const ratios = gatewayRounds.map(({ perSecond }, n) => perSecond / (proxyRounds[n]?.perSecond ?? Number.NaN));
    return [
      ...figures('data plane', gatewayRounds),
      ...figures('plain Node proxy', proxyRounds),
      { name: 'data plane to plain Node proxy, requests', value: median(ratios), unit: '', aim: 0.5, atLeast: true },
    ];
  } finally {
    for (const each of started.reverse()) await each.stop();
  }
}

async function startServer(
  kind: 'back-end' | 'proxy',
  target = '',
): Promise<{ url: string; pid: number | undefined; stop(): void }> {
  const script = path.join(import.meta.dirname, 'small-servers.mjs');
  const child: ChildProcess = spawn(process.execPath, [script, kind, target], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = (await outputUntil(child, /^\d+$/m)).trim();
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => void child.kill('SIGKILL') };
}

async function deployProxyApi(gateway: APIGatewayClient, backEnd: string): Promise<string> {
  const { id: restApiId = '', rootResourceId: parentId } = await gateway.send(
    new CreateRestApiCommand({ name: 'bench', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const { id: resourceId } = await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart: 'orders' }));
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  const uri = `${backEnd}/orders`;
  await gateway.send(new PutIntegrationCommand({ ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri }));
  await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
  return restApiId;
}

/** One request after the other on each of some connections that are kept. */
async function load(url: string, host: string, pid = 0): Promise<Round> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const cpuBefore = cpuMsOf(pid);
  const latenciesMs: number[] = [];
  const end = performance.now() + roundMs;
  async function client() {
    for (let now = performance.now(); now < end; ) {
      const { statusCode, body } = await pool.request({ path: pathname, method: 'GET', headers: { host } });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      const after = performance.now();
      latenciesMs.push(after - now);
      now = after;
    }
  }
  await Promise.all(Array.from({ length: connections }, client));
  await pool.close();
  const requests = latenciesMs.length;
  return { perSecond: (requests / roundMs) * 1000, latenciesMs, cpuMs: (cpuMsOf(pid) - cpuBefore) / requests };
}

/** What a process has used so far, in Linux's hundredths of a second. */
function cpuMsOf(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11);
  return (Number(user) + Number(system)) * 10;
}

function rateOf(all: Round[]): number {
  return median(all.map(({ perSecond }) => perSecond));
}

function figures(who: string, all: Round[]): Measure[] {
  const latencies = all.flatMap(({ latenciesMs }) => latenciesMs);
  return [
    { name: `${who}: requests per second`, value: rateOf(all), unit: 'requests', aim: null },
    {
      name: `${who}: processor time of a request`,
      value: median(all.map(({ cpuMs }) => cpuMs)),
      unit: 'ms',
      aim: null,
    },
    { name: `${who}: p50`, value: percentile(latencies, 0.5), unit: 'ms', aim: null },
    { name: `${who}: p99`, value: percentile(latencies, 0.99), unit: 'ms', aim: null },
  ];
}
