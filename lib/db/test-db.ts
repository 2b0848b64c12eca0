import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { OpenDb } from './db';
import { migratePglite } from './migrate';
import { frugalStart, pgliteDb } from './open-pglite';
import { openPostgres } from './open-postgres';

/**
 * A fresh, migrated database for one test file: PGlite in memory, or a new database on the server of
 * `TEST_DATABASE_URL`, which is dropped on close.
 */
export async function testDb(): Promise<OpenDb> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return freshPostgres(server);
  const client = await PGlite.create({ loadDataDir: await template(), startParams: frugalStart });
  return { db: pgliteDb(client), engine: 'pglite', close: () => client.close() };
}

/** A migrated database as PGlite's `loadDataDir` wants it. Making one takes seconds, so it is kept until a migration changes. */
export async function template(): Promise<Blob> {
  const file = path.resolve('node_modules/.cache/gatehouse', `pglite-${await fingerprint()}.tar`);
  try {
    return new BytesAtHand(await readFile(file));
  } catch {
    // first use
  }
  const client = await PGlite.create();
  await migratePglite(client);
  // What is only in the log would be replayed at every start from it.
  await client.exec('checkpoint');
  const dump = await client.dumpDataDir('none');
  await client.close();
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, file);
  return dump;
}

/** Node reads an ordinary Blob of 42 MB in small pieces, which takes longer than the database needs to start. */
class BytesAtHand extends Blob {
  constructor(private readonly content: Buffer) {
    super([]);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return Uint8Array.from(this.content).buffer;
  }
}

/** Changes with PGlite's version and with every migration. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile('node_modules/@electric-sql/pglite/package.json'));
  const migrations = 'lib/db/migrations';
  for (const name of (await readdir(migrations)).filter((one) => one.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(path.join(migrations, name)));
  }
  return hash
    .update(await readFile(path.join(migrations, 'meta/_journal.json')))
    .digest('hex')
    .slice(0, 16);
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
