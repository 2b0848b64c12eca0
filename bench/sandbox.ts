import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CreateRestApiCommand,
  GetDomainNamesCommand,
  GetRestApisCommand,
  TagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { keyOf, scopeOf } from '../sandbox/scope';
import { State } from '../sandbox/state';
import { testClients } from '../sandbox/test-sandbox';
import { type Measure, median } from './measure';
import { startSandboxProcess } from './sandbox-process';

const domains = 10_000;
const forMs = 3000;
const writers = 8;

/** Speed of the AWS endpoint, and what 10,000 domains with mappings and records cost it. */
export async function measureSandbox(): Promise<Measure[]> {
  const { url, startMs, pid, stop } = await startSandboxProcess(fill);
  try {
    const { gateway } = testClients(url);
    const { id } = await gateway.send(new CreateRestApiCommand({ name: 'bench' }));
    const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${id}`;
    const reads = await callsPerSecond(() => gateway.send(new GetRestApisCommand({})));
    const writes = await callsPerSecond(() => gateway.send(new TagResourceCommand({ resourceArn, tags: { a: 'b' } })));
    const pages: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const before = performance.now();
      await gateway.send(new GetDomainNamesCommand({ limit: 500 }));
      pages.push(performance.now() - before);
    }
    const fact = (name: string, value: number, unit: Measure['unit']): Measure => ({ name, value, unit, aim: null });
    return [
      fact('sandbox: reads per second', reads, 'calls'),
      fact('sandbox: writes per second', writes, 'calls'),
      fact('sandbox: start with 10,000 domains', startMs, 'ms'),
      fact('sandbox: memory with 10,000 domains', residentMegabytes(pid), 'MB'),
      fact('sandbox: page of 500 of 10,000 domains', median(pages), 'ms'),
    ];
  } finally {
    await stop();
  }
}

async function fill(dataDir: string): Promise<void> {
  const state = State.open(path.join(dataDir, 'sandbox'));
  const scope = scopeOf('us-east-1');
  await state.write((tx) => {
    for (let n = 0; n < domains; n += 1) {
      const domainName = `tenant${n}.example.com`;
      const regionalDomainName = `d-${String(n).padStart(10, '0')}.execute-api.us-east-1.amazonaws.com`;
      const mapping = { basePath: '(none)', domainName, restApiId: 'bench', stage: 'live' };
      tx.put('domainNames', keyOf.domainName(scope, domainName), { domainName, regionalDomainName });
      tx.put('basePathMappings', keyOf.basePathMapping(scope, domainName, '(none)'), mapping);
      const Name = `${domainName}.`;
      const ResourceRecords = [{ Value: regionalDomainName }];
      const record = { Name, Type: 'CNAME' as const, TTL: 60, ResourceRecords, zoneId: 'ZBENCH' };
      tx.put('recordSets', keyOf.recordSet('ZBENCH', Name, 'CNAME'), record);
    }
  });
  await state.close();
}

async function callsPerSecond(call: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + forMs;
  let calls = 0;
  const caller = async () => {
    for (; performance.now() < end; calls += 1) await call();
  };
  await Promise.all(Array.from({ length: writers }, caller));
  return (calls / forMs) * 1000;
}

function residentMegabytes(pid = 0): number {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
