import { asc, eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAws } from '@/lib/aws/clients';
import { memoryPaceStore } from '@/lib/aws/memory-pace-store';
import { listHostedZones } from '@/lib/aws/route-53/list-hosted-zones';
import type { Context } from '@/lib/context';
import { type OpenDb, openDb } from '@/lib/db/open-db';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { ExpectedError } from '@/lib/errors';
import { audited } from './audited';
import type { AuditEvent } from './events';
import { recordEvent } from './record-event';

let opened: OpenDb;
let ctx: Context;
beforeAll(async () => {
  opened = await testDb();
  const aws = createAws({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    paceStore: memoryPaceStore(),
    quotaScale: 1_000,
    log: pino({ level: 'silent' }),
    retryBaseMs: 1,
  });
  ctx = {
    db: opened.db,
    aws,
    actor: { kind: 'user', id: 'u1', name: 'Olga Operator', ip: '192.0.2.7' },
    now: () => new Date(),
  };
});
afterAll(async () => {
  ctx.aws.close();
  await opened.close();
});

const event = (resourceId: string): AuditEvent => ({
  action: 'domain.certificate-requested',
  resourceId,
  tenantSlug: 'acme',
  after: { domainName: resourceId },
});
const rowsOf = (resourceId: string) =>
  opened.db.select().from(auditEvents).where(eq(auditEvents.resourceId, resourceId)).orderBy(asc(auditEvents.id));

test('the intent is committed before anything runs, the outcome after it', async () => {
  const result = await audited(
    ctx,
    event('a.example.com'),
    async () => {
      const rows = await rowsOf('a.example.com');
      expect(rows).toMatchObject([
        {
          phase: 'intent',
          result: null,
          actorName: 'Olga Operator',
          ip: '192.0.2.7',
          tenantSlug: 'acme',
          resourceType: 'certificate',
          before: null,
        },
      ]);
      return 'arn:1';
    },
    { after: (arn) => ({ arn }) },
  );
  expect(result).toBe('arn:1');
  const [intent, outcome] = await rowsOf('a.example.com');
  expect(outcome).toMatchObject({
    phase: 'outcome',
    intentId: intent?.id,
    result: 'ok',
    message: null,
    after: { arn: 'arn:1' },
    awsCalls: [],
  });
});

test('a failure is recorded with its sentence and the AWS calls that led to it, and thrown on', async () => {
  await expect(audited(ctx, event('b.example.com'), () => listHostedZones(ctx.aws))).rejects.toMatchObject({
    code: 'aws-unreachable',
  });
  expect((await rowsOf('b.example.com'))[1]).toMatchObject({
    phase: 'outcome',
    result: 'failed',
    message: 'The AWS endpoint refuses connections.',
    awsCalls: [
      {
        service: 'route53',
        operation: 'ListHostedZones',
        status: null,
        requestId: null,
        error: 'unreachable',
        attempts: 3,
      },
    ],
  });
});

test('what is not permitted is refused; the words of a bug stay out of the log for people', async () => {
  await expect(
    audited(ctx, event('c.example.com'), async () => {
      throw new ExpectedError('not-permitted', 'Only operators may do this.');
    }),
  ).rejects.toThrow();
  expect((await rowsOf('c.example.com'))[1]).toMatchObject({
    result: 'refused',
    message: 'Only operators may do this.',
  });
  await expect(
    audited(ctx, event('d.example.com'), async () => {
      throw new TypeError('secret internals');
    }),
  ).rejects.toThrow('secret internals');
  expect((await rowsOf('d.example.com'))[1]).toMatchObject({
    result: 'failed',
    message: expect.not.stringContaining('internals'),
  });
});

test('without audit nothing happens', async () => {
  const closed = await testDb();
  await closed.close();
  let ran = false;
  await expect(
    audited({ ...ctx, db: closed.db }, event('e.example.com'), async () => {
      ran = true;
    }),
  ).rejects.toMatchObject({ code: 'database-unreachable' });
  expect(ran).toBe(false);
});

test('secrets do not get in', async () => {
  await recordEvent(ctx, {
    action: 'user.sign-in-refused',
    resourceId: 'secrets@example.com',
    after: {
      password: 'hunter2',
      nested: [{ secretAccessKey: 'x', note: 'key AKIAIOSFODNN7EXAMPLE', url: 'postgres://me:pw@host/db' }],
      apiKeyRequired: true,
      path: '/orders?page=2&access_token=abc&api_key=def',
      hash: '$argon2id$v=19$m=1$abc$def',
    },
  });
  const [row] = await rowsOf('secrets@example.com');
  expect(row?.after).toEqual({
    password: '[removed]',
    nested: [{ secretAccessKey: '[removed]', note: 'key [removed]', url: 'postgres://[removed]@host/db' }],
    apiKeyRequired: true,
    path: '/orders?page=2&access_token=[removed]&api_key=[removed]',
    hash: '[removed]',
  });
});

test('an event in a transaction lives and dies with it', async () => {
  await expect(
    opened.db.transaction(async (tx) => {
      await recordEvent({ ...ctx, db: tx }, event('f.example.com'));
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await rowsOf('f.example.com')).toEqual([]);
});

test('an unreachable database is the same everywhere: also while opening', async () => {
  await expect(openDb({ databaseUrl: 'postgres://u@127.0.0.1:9/x', dataDir: '.' })).rejects.toMatchObject({
    code: 'database-unreachable',
  });
});
