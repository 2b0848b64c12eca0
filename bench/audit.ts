import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from '@playwright/test';
import pg from 'pg';
import { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { type Measure, percentile } from './measure';

const run = promisify(execFile);
const million = 1_000_000;

interface Done {
  seconds: number;
  peakMb: number;
}

async function work(task: string, rows: number, variables: Record<string, string>): Promise<Done> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'bench/audit-work.ts', task, String(rows)];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...variables }, maxBuffer: 2 ** 20 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Done;
}

/**
 * The audit log: appends of 8 writers, and with a million rows its verification, pages and exports. On PostgreSQL where
 * TEST_DATABASE_URL names a server, else on the embedded database.
 */
export async function measureAudit(browser: Browser, rows = million): Promise<Measure[]> {
  const server = process.env.TEST_DATABASE_URL;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'gatehouse-bench-'));
  const name = `gatehouse_bench_${randomBytes(4).toString('hex')}`;
  const on = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const embedded = { GATEHOUSE_DATA_DIR: path.join(dataDir, 'embedded') };
  const variables = {
    GATEHOUSE_DATA_DIR: path.join(dataDir, 'data'),
    ...(server ? { DATABASE_URL: urlOf(server, name) } : {}),
  };
  if (server) await on(`create database ${name}`);
  try {
    const measures: Measure[] = [];
    const append = async (engine: string, where: Record<string, string>, count: number) => {
      const { seconds } = await work('append', count, where);
      measures.push({
        name: `audit, rows a second of 8 writers, ${engine}`,
        value: count / seconds,
        unit: '',
        aim: null,
      });
    };
    await append('embedded', embedded, 2_000);
    if (server) await append('PostgreSQL', variables, 4_000);
    const loaded = await work('load', rows, variables);
    measures.push({
      name: `audit, ${rows} rows written in bulk and linked`,
      value: loaded.seconds,
      unit: 's',
      aim: null,
    });
    await work('sign', 0, variables);
    for (const [task, words] of [
      ['verify', 'verified'],
      ['csv', 'as CSV'],
      ['jsonl', 'as JSON Lines'],
    ] as const) {
      const done = await work(task, rows, variables);
      measures.push(
        { name: `audit, ${rows} rows ${words}`, value: done.seconds, unit: 's', aim: null },
        { name: `audit, ${rows} rows ${words}, peak memory`, value: done.peakMb, unit: 'MB', aim: 200 },
      );
    }
    measures.push(...(await measurePages(browser, rows, variables)));
    return measures;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
    if (server) await on(`drop database ${name} with (force)`);
  }
}

const urlOf = (server: string, name: string) => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

const pages = {
  newest: '/audit',
  'far back': '/audit?before=100000',
  'failed ones of a tenant': '/audit?tenant=tenant-11&result=failed',
  'search for a host': '/audit?search=shop-654321',
  'search for a frequent word': '/audit?search=example',
};

async function measurePages(browser: Browser, rows: number, variables: Record<string, string>): Promise<Measure[]> {
  const instance = await Instance.create(variables);
  const context = await browser.newContext();
  try {
    await instance.start();
    await signIn(await context.newPage(), instance.url);
    const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
    const measures: Measure[] = [];
    for (const [what, address] of Object.entries(pages)) {
      const times: number[] = [];
      for (let n = 0; n < 40; n++) {
        const started = performance.now();
        const response = await fetch(instance.url + address, { headers: { cookie } });
        if (!(await response.text()).includes('Audit log')) throw new Error(`${address} shows no log`);
        if (n >= 5) times.push(performance.now() - started);
      }
      const value = percentile(times, 0.95);
      measures.push({ name: `/audit with ${rows} rows, ${what}, server time p95`, value, unit: 'ms', aim: 300 });
    }
    return measures;
  } finally {
    await context.close();
    await instance.dispose();
  }
}
