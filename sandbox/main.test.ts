import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListCertificatesCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateRestApiCommand,
  GetRestApisCommand,
  GetTagsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateHostedZoneCommand, ListHostedZonesCommand, paginateListHostedZones } from '@aws-sdk/client-route-53';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testClients } from './test-sandbox';

// Whole processes start here, slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let directory: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-main-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const anyPorts = {
  GATEHOUSE_SANDBOX_PORT: '0',
  GATEHOUSE_SANDBOX_HTTP_PORT: '0',
  GATEHOUSE_SANDBOX_HTTPS_PORT: '0',
  GATEHOUSE_SANDBOX_DNS_PORT: '0',
};

function launch(env: Record<string, string> = {}, flags: string[] = []): ChildProcess {
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--empty', '--data', directory, ...flags], {
    cwd: path.join(import.meta.dirname, '..'),
    env: { ...process.env, ...anyPorts, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** Waits for the one line that says the sandbox is ready; answers the endpoint. */
async function ready(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const [, url] = /^sandbox ready at (\S+) /m.exec(output) ?? [];
    if (url) return url;
  }
  throw new Error(`The sandbox did not get ready: ${output}`);
}

test('kill -9 loses nothing that was acknowledged', async () => {
  const first = launch();
  const before = testClients(await ready(first));
  const api = await before.gateway.send(new CreateRestApiCommand({ name: 'kept' }));
  const zone = await before.route53.send(new CreateHostedZoneCommand({ Name: 'kept.org', CallerReference: 'kept' }));
  const { CertificateArn } = await before.acm.send(
    new RequestCertificateCommand({ DomainName: 'kept.org', ValidationMethod: 'DNS' }),
  );
  first.kill('SIGKILL');
  await once(first, 'exit');

  const after = testClients(await ready(launch()));
  expect((await after.gateway.send(new GetRestApisCommand({}))).items?.map((item) => item.id)).toEqual([api.id]);
  expect((await after.route53.send(new ListHostedZonesCommand({}))).HostedZones?.map((item) => item.Id)).toEqual([
    zone.HostedZone?.Id,
  ]);
  const { CertificateSummaryList } = await after.acm.send(new ListCertificatesCommand({}));
  expect(CertificateSummaryList?.map((item) => item.CertificateArn)).toEqual([CertificateArn]);
});

test('kill -9 under load, 20 times: every acknowledged change is there', async () => {
  const zones: string[] = [];
  /** By writer: the value of its tag that was acknowledged, and the one that was on its way. */
  const tags: Record<string, { acknowledged: string; sent: string }> = {};
  let resourceArn = '';
  for (let round = 0; round <= 20; round += 1) {
    const child = launch({}, ['--no-throttle']);
    const clients = testClients(await ready(child));
    const { gateway, route53 } = clients;
    if (resourceArn === '') {
      const { id } = await gateway.send(new CreateRestApiCommand({ name: 'loaded' }));
      resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${id}`;
    }
    const kept = (await gateway.send(new GetTagsCommand({ resourceArn }))).tags ?? {};
    for (const [writer, { acknowledged, sent }] of Object.entries(tags)) {
      const value = kept[writer] ?? '';
      expect([acknowledged, sent]).toContain(value);
      // What was on its way and did arrive may not be lost later either.
      tags[writer] = { acknowledged: value, sent: value };
    }
    const names: (string | undefined)[] = [];
    for await (const page of paginateListHostedZones({ client: route53 }, {}))
      names.push(...(page.HostedZones ?? []).map((zone) => zone.Name));
    expect(zones.filter((zone) => !names.includes(zone))).toEqual([]);

    async function write(writer: string) {
      for (let n = 0; ; n += 1) {
        const value = `${round}.${n}`;
        tags[writer] = { acknowledged: tags[writer]?.acknowledged ?? '', sent: value };
        await gateway.send(new TagResourceCommand({ resourceArn, tags: { [writer]: value } }));
        tags[writer] = { acknowledged: value, sent: value };
        if (n % 20 > 0) continue;
        const Name = `${writer}-${round}-${n}.org.`;
        await route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }));
        zones.push(Name);
      }
    }
    const load = Promise.allSettled(['a', 'b', 'c', 'd'].map(write));
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
    child.kill('SIGKILL');
    await Promise.all([once(child, 'exit'), load]);
    for (const client of Object.values(clients)) client.destroy();
  }
  expect(zones.length).toBeGreaterThan(0);
}, 400_000);

async function errorsOf(child: ChildProcess): Promise<string> {
  let errors = '';
  for await (const chunk of child.stderr ?? []) errors += String(chunk);
  return errors;
}

test('a signal stops it cleanly; a bad variable or flag, with one sentence', async () => {
  const child = launch();
  await ready(child);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);

  expect(await errorsOf(launch({ GATEHOUSE_SANDBOX_PORT: '80x' }))).toBe(
    'GATEHOUSE_SANDBOX_PORT is "80x", which is no port: set it to a number from 0 to 65535.\n',
  );
  expect(await errorsOf(launch({}, ['--seeds']))).toMatch(
    /^Unknown option '--seeds'.* The sandbox takes --data <dir>, /s,
  );
  expect(await errorsOf(launch({}, ['--seed']))).toMatch(/^--seed and --empty say the opposite/);
  expect(await errorsOf(launch({}, ['--speed', 'fast']))).toMatch(/^--speed takes a number above 0/);
});
