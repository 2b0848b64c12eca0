import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { OpenDb } from './db';
import { migratePglite } from './migrate';
import { pgliteDb } from './open-pglite';
import { openPostgres } from './open-postgres';

/**
 * A fresh, migrated database for one test file: PGlite in memory, or a new database on the server of
 * `TEST_DATABASE_URL`, which is dropped on close.
 */
export async function testDb(): Promise<OpenDb> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return freshPostgres(server);
  const client = await PGlite.create({ loadDataDir: await template() });
  await migratePglite(client);
  return { db: pgliteDb(client), engine: 'pglite', close: () => client.close() };
}

/** An empty database as PGlite's `loadDataDir` wants it. `initdb` takes seconds, so its result is kept. */
export async function template(): Promise<Blob> {
  const file = path.resolve('node_modules/.cache/gatehouse', `pglite-${await pgliteVersion()}.tar`);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    // first use
  }
  const client = await PGlite.create();
  const dump = await client.dumpDataDir('none');
  await client.close();
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, file);
  return dump;
}

async function pgliteVersion(): Promise<string> {
  const text = await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function freshPostgres(server: string): Promise<OpenDb> {
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const opened = await openPostgres(url.href);
  const close = async () => {
    await opened.close();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { ...opened, close };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
