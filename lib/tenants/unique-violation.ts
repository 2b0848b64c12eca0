import 'server-only';

/** PostgreSQL's code for a broken unique constraint. */
const uniqueViolationCode = '23505';

/** The name of the unique constraint that an error of the database is about, else null. Drizzle wraps the original. */
export function violatedConstraint(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === uniqueViolationCode && 'constraint' in at) return String(at.constraint);
  }
  return null;
}
