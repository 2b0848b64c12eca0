import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataDir } from './lock-data-dir';
import { openDb } from './open-db';
import { settings } from './schema';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-db-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function child(rows: number, then: 'die' | 'wait'): ChildProcess {
  const script = path.resolve('lib/db/testing/write-then-die.ts');
  const args = ['--conditions=react-server', '--import', 'tsx', script, dataDir, String(rows), then];
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** Reads the child's lines up to `until`, or to its end. */
async function linesOf(process: ChildProcess, until?: string): Promise<string[]> {
  const lines: string[] = [];
  if (!process.stdout) return lines;
  for await (const line of createInterface({ input: process.stdout })) {
    lines.push(line);
    if (line === until) break;
  }
  return lines;
}

describe('the embedded database', { timeout: 90_000 }, () => {
  test('keeps every acknowledged commit when its process is killed, and bears one process at a time', async () => {
    const lines = await linesOf(child(20, 'die'));
    expect(lines).toHaveLength(20);
    expect(existsSync(path.join(dataDir, 'db.new'))).toBe(false); // made aside, so never half
    const opened = await openDb({ databaseUrl: null, dataDir });
    expect(await opened.db.$count(settings)).toBe(20);
    await opened.close();
    expect(existsSync(path.join(dataDir, 'db.lock'))).toBe(false);

    const other = child(1, 'wait');
    await linesOf(other, 'waiting');
    await expect(openDb({ databaseUrl: null, dataDir })).rejects.toMatchObject({
      code: 'conflict',
      message: `The data directory is in use by another Gatehouse process (process ${other.pid}).`,
    });
    other.kill('SIGKILL');
    await once(other, 'exit');
    const again = await openDb({ databaseUrl: null, dataDir });
    expect(await again.db.$count(settings)).toBe(21);
    await again.close();
  });

  test("says plainly that the data directory can't be made", async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(openDb({ databaseUrl: null, dataDir: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'database-unreachable',
      message: `The data directory ${path.join(file, 'data')} can't be created.`,
    });
  });
});

describe('the lock on the data directory', () => {
  const lockFile = () => path.join(dataDir, 'db.lock');

  test('is exclusive within a process', () => {
    const release = lockDataDir(dataDir);
    expect(() => lockDataDir(dataDir)).toThrow('in use by another Gatehouse process');
    release();
    lockDataDir(dataDir)();
  });

  test('of a later process with the pid of a dead one is taken over', () => {
    writeFileSync(lockFile(), JSON.stringify({ ...own(), pid: process.ppid, started: '1' }));
    lockDataDir(dataDir)();
  });

  test('of this very pid, left by an earlier container, is taken over', () => {
    writeFileSync(lockFile(), JSON.stringify(own()));
    lockDataDir(dataDir)();
  });

  test('that holds nonsense is taken over', () => {
    writeFileSync(lockFile(), 'nonsense');
    lockDataDir(dataDir)();
  });

  test('of another host is respected while its heart beats', () => {
    writeFileSync(lockFile(), JSON.stringify({ ...own(), host: 'elsewhere' }));
    expect(() => lockDataDir(dataDir)).toThrow('in use by another Gatehouse process');
  });

  function own(): object {
    const release = lockDataDir(dataDir);
    const holder = JSON.parse(readFileSync(lockFile(), 'utf8')) as object;
    release();
    return holder;
  }
});

describe('a PostgreSQL that is not there', () => {
  test.each([
    [
      'refuses connections',
      async () => `postgres://u:p@127.0.0.1:${await freePort()}/x`,
      'The database does not answer.',
    ],
    [
      'has a wrong name',
      async () => 'postgres://u:p@no-such-host.invalid/x',
      "The database's host name does not resolve.",
    ],
  ])('%s: one plain sentence', async (_, url, sentence) => {
    await expect(openDb({ databaseUrl: await url(), dataDir })).rejects.toMatchObject({
      code: 'database-unreachable',
      message: sentence,
    });
  });

  test.runIf(process.env.TEST_DATABASE_URL)('lacks the database: one plain sentence', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = '/no_such_database';
    await expect(openDb({ databaseUrl: url.href, dataDir })).rejects.toMatchObject({
      message: 'The database named in DATABASE_URL does not exist.',
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
