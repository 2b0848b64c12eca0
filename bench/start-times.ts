import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Instance } from '../e2e/fixtures/instance';
import { type Measure, median } from './measure';

const root = path.resolve(import.meta.dirname, '..');

async function secondsToStart(instance: Instance): Promise<number> {
  const started = performance.now();
  await instance.start();
  return (performance.now() - started) / 1000;
}

/** A start with everything installed and built and a data directory that was used before; median of 3. */
export async function measureSecondStart(): Promise<Measure[]> {
  const instance = await Instance.create();
  try {
    await instance.start();
    const samples: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await instance.interrupt();
      samples.push(await secondsToStart(instance));
    }
    return [{ name: 'second `npm start`, ready', value: median(samples), unit: 's', aim: 4 }];
  } finally {
    await instance.dispose();
  }
}

/** `npm start` in a fresh clone: install (npm's cache as it is), build, start. */
export async function measureFirstStart(): Promise<Measure[]> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', root, directory]);
    const started = performance.now();
    const ports = Object.fromEntries(
      [
        'PORT',
        'GATEHOUSE_SANDBOX_PORT',
        'GATEHOUSE_SANDBOX_HTTP_PORT',
        'GATEHOUSE_SANDBOX_HTTPS_PORT',
        'GATEHOUSE_SANDBOX_DNS_PORT',
      ].map((name, index) => [name, String(23_600 + index)]),
    );
    const child = spawn('npm', ['start'], {
      cwd: directory,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...ports },
    });
    const seconds = await new Promise<number>((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Gatehouse is ready at')) resolve((performance.now() - started) / 1000);
      });
      child.once('exit', () => reject(new Error(`the first start failed:\n${output}`)));
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
    return [{ name: 'first `npm start` of a fresh clone, ready', value: seconds, unit: 's', aim: null }];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
