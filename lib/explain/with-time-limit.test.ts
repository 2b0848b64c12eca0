import { expect, test } from 'vitest';
import { ExpectedError } from '@/lib/errors';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { withTimeLimit } from './with-time-limit';

const nothing = { body: '', params: { path: {}, querystring: {}, header: {} }, context: {}, stageVariables: {} };

test('what is quick comes through, and so do its errors', () => {
  expect(withTimeLimit(() => [1, 2])).toEqual([1, 2]);
  expect(() => withTimeLimit(() => JSON.parse('{'))).toThrow(SyntaxError);
});

test.each<[string, () => unknown]>([
  ['a regular expression', () => /^(a+)+$/.test(`${'a'.repeat(60)}b`)],
  ['a template', () => renderTemplate('#foreach($i in [1..9999])#foreach($j in [1..9999])$i#end#end', nothing)],
])('%s without an end is ended', (_, run) => {
  const started = Date.now();
  expect(() => withTimeLimit(run, 100)).toThrow(ExpectedError);
  expect(Date.now() - started).toBeLessThan(10_000);
});
