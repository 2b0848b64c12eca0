import 'server-only';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

interface Rows<Row> {
  rows: Row[];
}

/** What `db.execute` answers on both engines. */
interface DbResult extends PgQueryResultHKT {
  readonly type: Rows<this['row']>;
}

/** A database handle or a transaction on one; the same type for embedded PGlite and for PostgreSQL. */
export type Db = PgDatabase<DbResult, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** An open database. */
export interface OpenDb {
  db: Db;
  engine: 'pglite' | 'postgres';
  close(): Promise<void>;
}
