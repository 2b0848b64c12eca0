import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const readyLine = /^sandbox ready at (\S+) \(http (\d+),/m;

export interface SandboxProcess {
  /** The AWS endpoint. */
  url: string;
  /** The data plane's port for HTTP. */
  httpPort: number;
  pid: number | undefined;
  startMs: number;
  stop(): Promise<void>;
}

/** Starts an empty sandbox as a process of its own, in a directory that `fill` may fill before; free ports, no throttles. */
export async function startSandboxProcess(fill?: (dataDir: string) => Promise<void>): Promise<SandboxProcess> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-bench-sandbox-'));
  await fill?.(dataDir);
  const started = performance.now();
  const child = launch(dataDir);
  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
  const output = await outputUntil(child, readyLine);
  const [, url, httpPort] = readyLine.exec(output) ?? [];
  if (url === undefined) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`The sandbox did not get ready: ${output}`);
  }
  return { url, httpPort: Number(httpPort), pid: child.pid, startMs: performance.now() - started, stop };
}

function launch(dataDir: string): ChildProcess {
  const flags = ['--import', 'tsx', 'sandbox/main.ts', '--empty', '--no-throttle', '--data', dataDir];
  const ports = ['', '_HTTP', '_HTTPS', '_DNS'].map((name) => [`GATEHOUSE_SANDBOX${name}_PORT`, '0']);
  const env = { ...process.env, ...Object.fromEntries(ports) };
  return spawn(process.execPath, flags, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What a process wrote until a line fits, or until it ended. */
export async function outputUntil(child: ChildProcess, line: RegExp): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (line.test(output)) break;
  }
  return output;
}
