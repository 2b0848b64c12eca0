import 'server-only';
import { ExpectedError } from '@/lib/errors';

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

const sentences: Record<string, { sentence: string; fix: string }> = {
  ENOTFOUND: { sentence: "The database's host name does not resolve.", fix: 'Correct the host in DATABASE_URL.' },
  EAI_AGAIN: { sentence: "The database's host name does not resolve.", fix: 'Check the DNS of this machine.' },
  '28P01': { sentence: 'The database refused the password.', fix: 'Correct user and password in DATABASE_URL.' },
  '28000': {
    sentence: 'The database refused the user.',
    fix: 'Correct the user in DATABASE_URL, or allow it in pg_hba.conf.',
  },
  '3D000': { sentence: 'The database named in DATABASE_URL does not exist.', fix: 'Create it, or correct the name.' },
  '53300': { sentence: 'The database has no free connection.', fix: 'Raise max_connections, or run fewer replicas.' },
  '57P01': { sentence: 'The database is shutting down.', fix: 'Start it again.' },
  '57P02': { sentence: 'The database crashed and is recovering.', fix: 'Wait a moment.' },
  '57P03': { sentence: 'The database is starting up.', fix: 'Wait a moment.' },
};

/**
 * The {@link ExpectedError} `database-unreachable` behind any error of a query or connection, or `null` when the error
 * is something else: a bug, or a constraint.
 */
export function databaseUnreachable(error: unknown): ExpectedError | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof ExpectedError) return at.code === 'database-unreachable' ? at : null;
    const inner = at instanceof AggregateError && at.errors[0] instanceof Error ? at.errors[0] : at;
    const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
    const known = sentences[code];
    if (known)
      return new ExpectedError('database-unreachable', known.sentence, { fix: known.fix, actor: 'us', cause: error });
    if (
      networkCodes.has(code) ||
      code.startsWith('08') ||
      /timeout exceeded when trying to connect|Connection terminated|is not queryable|PGlite is closed|Cannot use a pool after calling end/i.test(
        inner.message,
      )
    ) {
      return new ExpectedError('database-unreachable', 'The database does not answer.', {
        fix: 'Start the database, or correct DATABASE_URL.',
        actor: 'us',
        cause: error,
      });
    }
  }
  return null;
}
