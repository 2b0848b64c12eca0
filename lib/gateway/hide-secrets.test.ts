import { expect, test } from 'vitest';
import type { Difference, FieldValue } from './edits';
import { hideSecret, hideSecrets } from './hide-secrets';
import { sentenceOf } from './sentence-of';

const random = 'q7Zp2LxT9vKc4WmB8sYd1FgH';

const integration = (field: string, key: string | null, before: FieldValue, after: FieldValue): Difference => ({
  change: 'changed',
  subject: { kind: 'integration', path: '/a', verb: 'GET' },
  field,
  key,
  before,
  after,
});
const header = (name: string, value: string) =>
  integration('requestParameters', `integration.request.header.${name}`, null, value);

test.each<[Difference, hidden: string | null]>([
  [header('X-Api-Key', "'abc'"), 'abc'],
  [header('Authorization', "'Basic dTpw'"), 'dTpw'],
  [header('X-Anything', `'${random}'`), random],
  [header('X-Api-Key', 'method.request.header.X-Api-Key'), null],
  [header('X-Tenant', "'acme'"), null],
  [integration('uri', null, `https://b.example.com/a?key=${random}`, 'https://b.example.com/a?token=abc'), random],
  [integration('uri', null, 'https://b.example.com/a?page=2', 'https://c.example.com/a'), null],
  [integration('timeoutMs', null, 29_000, 10_000), null],
  [
    {
      change: 'changed',
      subject: { kind: 'stage', name: 'prod' },
      field: 'variables',
      key: 'backendToken',
      before: 'old-one',
      after: 'new-one',
    },
    'new-one',
  ],
])('%j', (difference, hidden) => {
  const sentence = sentenceOf(hideSecrets(difference));
  if (hidden === null) expect(sentence).toBe(sentenceOf(difference));
  else {
    expect(sentenceOf(difference)).toContain(hidden);
    expect(sentence).not.toContain(hidden);
    expect(sentence).toContain('[removed]');
  }
});

test('texts by their names', () => {
  expect(hideSecret('dbPassword', 'x')).toBe('[removed]');
  expect(hideSecret('dbPassword', '')).toBe('');
  expect(hideSecret('environment', 'production')).toBe('production');
});
