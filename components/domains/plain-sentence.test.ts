import { expect, it } from 'vitest';
import type { DnsRecordRow } from '@/lib/domains/model';
import { plainSentence, repeatsRecord } from './plain-sentence';

const record: DnsRecordRow = {
  purpose: 'certificate validation',
  type: 'CNAME',
  name: '_x.shop.acme.test',
  relativeName: '_x.shop',
  value: '_y.acm-validations.aws',
  observed: [],
  verdict: 'missing',
  sentence: 'The CNAME _x.shop.acme.test has to be created and point to _y.acm-validations.aws.',
  actor: 'tenant',
};

it('says in words what the record below says in names', () => {
  const { sentence } = record;
  expect(plainSentence({ sentence, records: [record], trouble: null })).toBe(
    'The tenant has to add the certificate validation record below at its DNS provider.',
  );
  const routing = { ...record, purpose: 'routing' as const, name: 'shop.acme.test', value: 'd-1.example' };
  expect(plainSentence({ sentence, records: [record, routing], trouble: null })).toContain('2 records');
  expect(plainSentence({ sentence, records: [{ ...record, actor: 'us' }], trouble: null })).toContain('not visible');
});

it('leaves every other sentence alone', () => {
  for (const sentence of ['Live.', 'The CNAME _x.shop.acme.test leads elsewhere.', ''])
    expect(plainSentence({ sentence, records: [record], trouble: null })).toBe(sentence);
  expect(plainSentence({ sentence: record.sentence, records: [], trouble: null })).toBe(record.sentence);
  expect(repeatsRecord('anything', [])).toBe(false);
});

it('leaves the fix to the notice about the trouble', () => {
  const trouble = {
    at: '2026-01-01T00:00:00.000Z',
    sentence: 'AWS refused it.',
    fix: 'Do this.',
    actor: 'us' as const,
    retryable: false,
    code: 'BadRequestException',
    operation: null,
    requestId: null,
  };
  expect(plainSentence({ sentence: 'AWS refused it. Do this.', records: [], trouble })).toBe('AWS refused it.');
  expect(plainSentence({ sentence: 'Waiting.', records: [], trouble })).toBe('Waiting.');
});
