import 'server-only';
import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { migratePglite } from './migrate';
import type { OpenDb } from './open-db';
import { pgliteDb } from './open-pglite';
import { openPostgres } from './open-postgres';

/**
 * A fresh, migrated database for one test file: PGlite in memory, or a new database on the server of
 * `TEST_DATABASE_URL`, which is dropped on close.
 */
export async function testDb(): Promise<OpenDb> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return freshPostgres(server);
  const client = await PGlite.create();
  await migratePglite(client);
  return { db: pgliteDb(client), engine: 'pglite', close: () => client.close() };
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
