import 'server-only';
import pino, { type Logger } from 'pino';

export type { Logger };

const secrets = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'authorization',
  'cookie',
  'secretAccessKey',
  'sessionToken',
  'databaseUrl',
];

const wanted = process.env.GATEHOUSE_LOG_LEVEL ?? 'info';

/**
 * An error for the log. Drizzle's errors hold the values of the query that failed, which may be a password's hash or what
 * somebody typed, and an expected error's options hold its cause once more.
 */
export function describeError(error: Error): object {
  const { params: _, query: __, options: ___, ...described } = pino.stdSerializers.err(error);
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (!('params' in at)) continue;
    const values = `\nparams: ${at.params}`;
    described.message = described.message.replaceAll(values, '');
    described.stack = described.stack.replaceAll(values, '');
  }
  return described;
}

/**
 * The process's log: JSON lines on standard output. Fields that may hold a secret are blanked at any of the first
 * three levels. Errors go under `err`, with their causes.
 */
export const log: Logger = pino({
  name: 'gatehouse',
  // A level that doesn't exist is `env()`'s to refuse, in a sentence.
  level: wanted in pino.levels.values || wanted === 'silent' ? wanted : 'info',
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
  serializers: { err: describeError },
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
