import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Directory with `initdb` and `postgres`, version 15 or newer, or null. */
function findServer() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  const versions = readdirSync(base)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a);
  return (
    versions
      .map((version) => path.join(base, String(version), 'bin'))
      .find((bin) => existsSync(path.join(bin, 'initdb'))) ?? null
  );
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a throw-away PostgreSQL, when Debian's is installed, so that the verbs are tested on both databases.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | null>}
 */
export async function startPostgres() {
  const bin = findServer();
  if (!bin) return null;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-postgres-'));
  // The server refuses to run as root, so root lends it Debian's own user.
  const asRoot = process.getuid?.() === 0;
  let identity = {};
  try {
    if (asRoot) {
      const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
      identity = { uid: id('-u'), gid: id('-g') };
      execFileSync('chown', ['postgres', directory]);
    }
    chmodSync(directory, 0o700);
    const data = path.join(directory, 'data');
    const options = { ...identity, cwd: directory, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
    execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'gatehouse', '--auth=trust', '-E', 'UTF8', '--no-sync'], {
      ...options,
      stdio: 'ignore',
    });
    const port = await freePort();
    const server = spawn(
      path.join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        `unix_socket_directories=${directory}`,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'fsync=off',
      ],
      { ...options, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const stop = async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    };
    for (let tries = 0; tries < 100; tries += 1) {
      const open = await new Promise((resolve) => {
        const socket = net.connect(port, '127.0.0.1');
        socket.once('connect', () => resolve(!socket.destroy().connecting));
        socket.once('error', () => resolve(false));
      });
      if (open) return { url: `postgres://gatehouse@127.0.0.1:${port}/postgres`, stop };
      await sleep(100);
    }
    await stop();
    return null;
  } catch (error) {
    console.warn(`PostgreSQL could not be started (${error.message}): its half of the tests is skipped.`);
    rmSync(directory, { recursive: true, force: true });
    return null;
  }
}
