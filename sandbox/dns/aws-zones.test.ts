import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keyOf, scopeOf } from '../scope';
import { State } from '../state';
import { resolve } from './resolve';
import { putRecord, putZone } from './test-records';

const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-aws-zones-'));
const state = State.open(directory);

afterAll(async () => {
  await state.close();
  rmSync(directory, { recursive: true });
});

it.each([
  ['ipv4', [] as string[]],
  ['dualstack', ['::1']],
  [undefined, []],
] as const)('an AAAA alias to a domain of the address type %s answers %j', async (ipAddressType, ipv6) => {
  const name = `${ipAddressType ?? 'untold'}.example.com`;
  const target = `d-${ipAddressType ?? 'untold'}.execute-api.us-east-1.amazonaws.com`;
  await putZone(state, 'Z1', 'example.com.', ['ns-1.awsdns-01.com']);
  for (const Type of ['A', 'AAAA'] as const) await putRecord(state, 'Z1', { Name: `${name}.`, Type, alias: target });
  await state.write((tx) => {
    tx.put('meta', 'gatewayAddresses', { ipv4: ['127.0.0.1'], ipv6: ['::1'] });
    tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), name), {
      domainName: name,
      regionalDomainName: target,
      endpointConfiguration: { types: ['REGIONAL'], ...(ipAddressType ? { ipAddressType } : {}) },
    });
  });
  const ask = (host: string, type: string) => {
    const { rcode, answers } = resolve(state, host, type);
    return [rcode, answers.map((answer) => 'data' in answer && answer.data)];
  };
  for (const host of [name, target]) {
    expect(ask(host, 'A')).toEqual(['NOERROR', ['127.0.0.1']]);
    expect(ask(host, 'AAAA')).toEqual(['NOERROR', ipv6]);
  }
});
