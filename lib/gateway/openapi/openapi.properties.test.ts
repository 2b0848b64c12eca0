import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalise } from '@/lib/gateway/canonicalise';
import { deployable } from '@/lib/gateway/deployable';
import type { Snapshot } from '@/lib/gateway/model';
import { snapshot, snapshotPair } from '@/lib/gateway/testing/arbitraries';
import { documentFormats, printDocument } from './document-text';
import { type FromOpenApiOptions, fromOpenApi } from './from-open-api';
import type { Json } from './json';
import { toOpenApi } from './to-open-api';

function read(document: unknown, options?: FromOpenApiOptions): Snapshot {
  const result = fromOpenApi(document, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.snapshot;
}

test('a gateway is read back from its document, as an object and as text of both kinds', () => {
  fc.assert(
    fc.property(snapshot(), fc.constantFrom(null, ...documentFormats), (gateway, format) => {
      const document = toOpenApi(gateway);
      const found = read(format === null ? document : printDocument(document, format));
      expect(deployable(found)).toEqual(deployable(gateway));
      expect(found).toEqual(canonicalise(found));
    }),
  );
});

test('put on any gateway it replaces all but the stages and what no document says', () => {
  fc.assert(
    fc.property(snapshotPair(), ({ before, after }) => {
      const found = read(toOpenApi(after), { base: before, mode: 'overwrite' });
      const api = { ...after.api, ipAddressType: before.api.ipAddressType };
      expect(deployable(found)).toEqual(deployable({ ...after, api }));
      expect(found.stages).toEqual(before.stages);
    }),
  );
});

test('merged into itself it changes nothing', () => {
  fc.assert(
    fc.property(snapshot(), (gateway) => {
      expect(read(toOpenApi(gateway), { base: gateway, mode: 'merge' })).toEqual(gateway);
    }),
  );
});

test('merged into another gateway it takes nothing away', () => {
  fc.assert(
    fc.property(snapshotPair(), ({ before, after }) => {
      const found = read(toOpenApi(after), { base: before, mode: 'merge' });
      for (const [path, { methods }] of Object.entries(before.resources))
        expect(Object.keys(found.resources[path]?.methods ?? {})).toEqual(expect.arrayContaining(Object.keys(methods)));
      for (const [path, { methods }] of Object.entries(after.resources))
        expect(found.resources[path]?.methods ?? {}).toMatchObject(methods);
      expect(found.api.binaryMediaTypes).toEqual(
        [...new Set([...before.api.binaryMediaTypes, ...after.api.binaryMediaTypes])].sort(),
      );
    }),
  );
});

test('garbage is refused, never thrown', () => {
  const anything = fc.oneof(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), fc.string());
  fc.assert(fc.property(anything, (value) => 'problems' in fromOpenApi(value)));
});

test('a document with anything in any of its places is read or refused, never thrown', () => {
  const nonsense = fc.oneof(fc.jsonValue(), fc.constantFrom({ $ref: '#/paths' }, { $ref: '#/nowhere' }, { $ref: 'x' }));
  fc.assert(
    fc.property(snapshot(), fc.infiniteStream(fc.nat()), nonsense, (gateway, steps, value) => {
      const document = structuredClone(toOpenApi(gateway, { server: { restApiId: 'a', region: 'b', stage: 'c' } }));
      replaceSomewhere(document, steps, value);
      const result = fromOpenApi(document);
      if ('problems' in result) expect(result.problems.length).toBeGreaterThan(0);
      else expect(canonicalise(result.snapshot)).toEqual(result.snapshot);
    }),
    { numRuns: 150 },
  );
});

test('a document that refers to itself is refused', () => {
  const loop: Json = { openapi: '3.0.1' };
  loop.paths = loop;
  expect(fromOpenApi(loop)).toHaveProperty('problems');
  expect(fromOpenApi('openapi: 3.0.1\npaths: &a\n  x: *a\n')).toHaveProperty('problems');
  expect(fromOpenApi(`{"openapi": "3.0.1", "paths": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`)).toHaveProperty(
    'problems',
  );
});

/** Walks into the document and puts the value there. */
function replaceSomewhere(document: Json, steps: Iterator<number>, value: unknown): void {
  let at: Json = document;
  for (;;) {
    const keys = Object.keys(at);
    const key = keys[(steps.next().value as number) % Math.max(keys.length, 1)] ?? 'x';
    const inner = at[key];
    const goesOn = typeof inner === 'object' && inner !== null && (steps.next().value as number) % 6 !== 0;
    if (!goesOn) {
      at[key] = value;
      return;
    }
    at = inner as Json;
  }
}
