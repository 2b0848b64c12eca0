import { expect, it } from 'vitest';
import { recordsMail, recordsText } from './records-text';

const record = {
  purpose: 'routing',
  type: 'CNAME',
  name: 'shop.acme.test',
  relativeName: 'shop',
  value: 'd-1.execute-api.us-east-1.amazonaws.com',
  observed: [],
  verdict: 'missing',
  sentence: '',
  actor: 'tenant',
} as const;

it('gives the tenant full and relative name, type and value of every record', () => {
  const validation = {
    ...record,
    purpose: 'certificate validation',
    name: '_x.shop.acme.test',
    relativeName: '_x.shop',
  } as const;
  const text = recordsText(
    'shop.acme.test',
    [validation, { ...record, observed: [] }].map((one) => ({ ...one, observed: [] })),
  );
  for (const part of [
    'these records',
    '_x.shop.acme.test',
    '_x.shop)',
    'CNAME',
    record.value,
    '2. Leads shop.acme.test',
  ]) {
    expect(text).toContain(part);
  }
  expect(recordsText('shop.acme.test', [{ ...record, observed: [] }])).toContain('please add this record');
});

it('puts the same into an e-mail, whatever the address and the names hold', () => {
  const mail = new URL(recordsMail('it+dns@acme.test', 'shop.acme.test', [{ ...record, observed: [] }]));
  expect(decodeURIComponent(mail.pathname)).toBe('it+dns@acme.test');
  expect(mail.searchParams.get('subject')).toContain('shop.acme.test');
  expect(mail.searchParams.get('body')).toBe(recordsText('shop.acme.test', [{ ...record, observed: [] }]));
});
