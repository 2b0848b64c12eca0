import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { type Aws, createAws } from '@/lib/aws/clients';
import { memoryPaceStore } from '@/lib/aws/memory-pace-store';
import type { AwsOptions } from '@/lib/aws/options';
import { startSandbox } from '@/sandbox/start';

/** A call as the sandbox saw it. */
export interface SeenCall {
  service: string;
  operation: string;
  status: number;
  throttled: boolean;
}

/** A sandbox of its own, fast by its dials, and the real SDK in front of it. */
export async function sandboxAws(options: { seed?: boolean; dials?: object } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-aws-'));
  const fast = {
    validationRecordsAfterMs: 50,
    certificateIssueAfterMs: 50,
    dnsSyncMs: 50,
    inUseByLagMs: 50,
    certificateListedAfterMs: 50,
    throttles: false,
  };
  const sandbox = await startSandbox({
    dataDir,
    ports: { aws: 0, http: 0, https: 0, dns: 0 },
    seed: options.seed ?? false,
    dials: { ...fast, ...options.dials },
  });
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const door = (more: Partial<AwsOptions> = {}): Aws =>
    createAws({
      region: 'us-east-1',
      endpoint: sandbox.url,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' },
      paceStore: memoryPaceStore(),
      quotaScale: 1_000_000,
      log,
      retryBaseMs: 5,
      ...more,
    });
  async function admin<T>(method: string, page: string, body?: object): Promise<T> {
    const init = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
    const answer = await fetch(`${sandbox.url}/_sandbox/${page}`, { method, ...init });
    if (!answer.ok) throw new Error(`${method} ${page}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  return {
    ...sandbox,
    aws: door(),
    /** Another door to the same sandbox. */
    door,
    /** The lines logged so far. */
    lines,
    admin,
    fault: (fault: object) => admin('POST', 'faults', fault),
    async calls(operation: string): Promise<SeenCall[]> {
      const { recent } = await admin<{ recent: SeenCall[] }>('GET', 'calls');
      return recent.filter((call) => call.operation === operation);
    },
    async stop() {
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type SandboxAws = Awaited<ReturnType<typeof sandboxAws>>;
