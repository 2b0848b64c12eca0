import { expect, it } from 'vitest';
import { canonicalise } from './canonicalise';
import { emptyMethod, emptySnapshot, emptyStage } from './defaults';
import { deployable } from './deployable';

it('is what a deployment copies', () => {
  const model = { contentType: 'application/json', description: null, schema: '{}' };
  const snapshot = canonicalise({
    ...emptySnapshot('shop'),
    resources: { '/a/b/c': { methods: { GET: emptyMethod() } }, '/a/x': { methods: {} }, '/y/z': { methods: {} } },
    models: { Empty: model, Error: model, Order: model },
    stages: { prod: emptyStage() },
  });
  const copied = deployable(snapshot);
  expect(Object.keys(copied.resources)).toEqual(['/', '/a', '/a/b', '/a/b/c']);
  expect(Object.keys(copied.models)).toEqual(['Order']);
  expect(copied.stages).toEqual({});
  expect(canonicalise(copied)).toEqual(copied);
});
