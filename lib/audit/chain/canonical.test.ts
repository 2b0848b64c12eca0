import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from '@/lib/db/open-db';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { writeRow } from '../write-row';
import { canonicalJson, digestOf, hashOfLink, type RowContent, sha256, storable } from './canonical';

let opened: OpenDb;
beforeAll(async () => {
  opened = await testDb();
});
afterAll(() => opened.close());

test('RFC 8785, appendix: keys sorted by UTF-16, numbers as ECMAScript writes them', () => {
  expect(
    canonicalJson({
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }),
  ).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\0', '\uD800', '\uDC00', 'é', '😀', '"', '\\', '\u2028'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});
const json = fc.object({
  key: fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'toJSON')),
  values: [text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
  maxDepth: 3,
});

test('what the database gives back has the digest that was written', async () => {
  await fc.assert(
    fc.asyncProperty(json, json, text, text, async (before, after, resourceId, message) => {
      const ctx = {
        db: opened.db,
        now: () => new Date(),
        actor: { kind: 'user', id: message, name: resourceId, ip: null },
      } as const;
      const id = await writeRow(
        ctx,
        { action: 'tenant.updated', resourceId, tenantSlug: message, before, after },
        { phase: 'event', result: 'ok', message },
      );
      const [row] = await opened.db.select().from(auditEvents).where(eq(auditEvents.id, id));
      if (row === undefined) throw new Error('no row');
      expect(digestOf(row)).toBe(row.digest);
    }),
    { numRuns: 150 },
  );
});

test('what is hashed is the canonical JSON of the row, and of the link', () => {
  const maybe = fc.option(text.map((value) => storable(value) as string));
  fc.assert(
    fc.property(text, maybe, json, fc.option(json), fc.option(fc.nat()), (name, word, after, calls, intentId) => {
      const actorName = storable(name) as string;
      const content = { phase: 'event', actorKind: 'user', action: 'tenant.updated', resourceType: 'tenant' };
      const rest = { actorId: word, ip: null, tenantSlug: word, result: 'ok', message: word, correlationId: word };
      const values = {
        before: null,
        after: storable(after),
        awsCalls: calls === null ? [] : storable(calls),
        intentId,
      };
      const row: RowContent = { ...content, ...rest, ...values, at: new Date(7), actorName, resourceId: actorName };
      expect(digestOf(row)).toBe(sha256(canonicalJson({ ...row, at: '1970-01-01T00:00:00.007Z' })));
      const link = { digest: actorName, prev: actorName, seq: intentId ?? 1 };
      expect(hashOfLink({ ...link, eventId: 9 })).toBe(sha256(canonicalJson({ ...link, event: 9 })));
    }),
  );
});

test('storable is the identity on what it has made', () => {
  fc.assert(
    fc.property(json, (value) => {
      const once = storable(value);
      expect(storable(once)).toEqual(once);
    }),
  );
});
