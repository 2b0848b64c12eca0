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
 * The process's log: JSON lines on standard output. Fields that may hold a secret are blanked at any of the first
 * three levels. Errors go under `err`, with their causes.
 */
export const log: Logger = pino({
  name: 'gatehouse',
  // A level that doesn't exist is `env()`'s to refuse, in a sentence.
  level: wanted in pino.levels.values || wanted === 'silent' ? wanted : 'info',
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
