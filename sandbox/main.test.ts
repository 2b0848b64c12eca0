import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListCertificatesCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CreateRestApiCommand, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { CreateHostedZoneCommand, ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testClients } from './test-sandbox';

// Whole processes start here, slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

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
  expect(await errorsOf(launch({}, ['--seed']))).toMatch(
    /^Unknown option '--seed'.* The sandbox takes --empty and --data <dir>\.\n$/s,
  );
});
