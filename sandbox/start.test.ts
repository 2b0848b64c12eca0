import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from './start';
import { startTestSandbox } from './test-sandbox';
import { signedHeaders } from './testing/signed-headers';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-start-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test.each([
  ['aws', 'AWS endpoint', 'GATEHOUSE_SANDBOX_PORT'],
  ['http', 'data plane', 'GATEHOUSE_SANDBOX_HTTP_PORT'],
  ['https', 'data plane', 'GATEHOUSE_SANDBOX_HTTPS_PORT'],
  ['dns', 'DNS', 'GATEHOUSE_SANDBOX_DNS_PORT'],
] as const)('a port in use is named in a sentence: %s', async (name, part, variable) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const ports = { aws: 0, http: 0, https: 0, dns: 0, [name]: port };
  await expect(startSandbox({ dataDir: directory, ports, seed: false })).rejects.toThrow(
    `The sandbox's ${part} can't use port ${port} on 127.0.0.1, because something else does: stop that, or set ${variable} to another port.`,
  );
  other.close();
});

test('a data directory that cannot be written is named in a sentence', async () => {
  const file = path.join(directory, 'file');
  writeFileSync(file, '');
  for (const dataDir of [file, '/proc/gatehouse']) {
    await expect(startSandbox({ dataDir, ports: { aws: 0, http: 0, https: 0, dns: 0 }, seed: false })).rejects.toThrow(
      new RegExp(
        `^The sandbox can't write its data directory ${dataDir}/sandbox \\(.+\\): make it writable, or set GATEHOUSE_DATA_DIR to another one\\.$`,
      ),
    );
  }
});

test('dials, clock and authority outlive a restart; a stop is quick even with a call hanging', async () => {
  const dataDir = path.join(directory, 'restarted');
  const first = await startTestSandbox({ dataDir, dials: { timeScale: 7 } });
  await first.admin('POST', 'clock', { advanceMs: 1_000_000 });
  await first.admin('POST', 'faults', { kind: 'hang' });
  const hanging = fetch(first.url, { headers: signedHeaders('acm') });
  hanging.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await first.stop();
  expect(performance.now() - started).toBeLessThan(5000);
  await expect(hanging).rejects.toThrow();

  const second = await startTestSandbox({ dataDir });
  expect(await second.admin('GET', 'dials')).toMatchObject({ timeScale: 7, throttles: false });
  expect(await second.admin('GET', 'clock')).toMatchObject({ offsetMs: 1_000_000 });
  expect(second.caPem).toBe(first.caPem);
  expect(readFileSync(path.join(dataDir, 'sandbox/ca.pem'), 'utf8')).toBe(first.caPem);
  await second.stop();
});
