import 'server-only';
import pino, { type Logger, type LoggerOptions } from 'pino';
import { redact } from '@/lib/audit/redact';

export type { Logger };

/** Blanked in the fields of child loggers, which pino writes down once and hands to nobody. */
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

/** {@link describeError}, with what looks like a secret blanked in its message, its stack and its fields. */
function describeWithoutSecrets(error: Error): unknown {
  return redact(describeError(error));
}

/**
 * What keeps secrets out of a line: values under telling keys at any depth, and texts that look like keys, tokens or URLs with
 * a password, in messages and errors too. The same patterns as the audit log's (lib/audit/redact.ts).
 */
export const withoutSecrets = {
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
  serializers: { err: describeWithoutSecrets },
  formatters: {
    log: (fields) =>
      Object.fromEntries(
        // Errors are for their serializer: their message and stack are no fields that a copy would have.
        Object.entries(fields).map(([key, value]) => {
          if (value instanceof Error) return [key, key === 'err' ? value : describeWithoutSecrets(value)];
          return [key, Object.values(redact({ [key]: value }) as object)[0]];
        }),
      ),
  },
  hooks: {
    logMethod(args, method) {
      method.apply(this, args.map((arg) => (typeof arg === 'string' ? redact(arg) : arg)) as typeof args);
    },
  },
} satisfies LoggerOptions;

/** The process's log: JSON lines on standard output. Errors go under `err`, with their causes. */
export const log: Logger = pino({
  name: 'gatehouse',
  // A level that doesn't exist is `env()`'s to refuse, in a sentence.
  level: wanted in pino.levels.values || wanted === 'silent' ? wanted : 'info',
  ...withoutSecrets,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
