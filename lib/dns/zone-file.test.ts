import { expect, it } from 'vitest';
import { zoneFile } from './zone-file';

const validation = {
  purpose: 'certificate validation',
  type: 'CNAME',
  name: '_x.shop.customer.org',
  relativeName: '_x.shop',
  value: '_y.acm-validations.aws',
  verdict: 'missing',
} as const;
const routing = {
  purpose: 'routing',
  type: 'CNAME',
  name: 'shop.customer.org',
  relativeName: 'shop',
  value: 'acme.edge.example.com',
  verdict: 'missing',
} as const;

it('has full names with their trailing dots', () => {
  expect(zoneFile('shop.customer.org', [validation, routing])).toBe(
    [
      '; DNS records for shop.customer.org',
      '_x.shop.customer.org. 300 IN CNAME _y.acm-validations.aws.',
      'shop.customer.org. 300 IN CNAME acme.edge.example.com.',
      '',
    ].join('\n'),
  );
});

it('imports nothing before its time, and no CNAME at the apex', () => {
  const text = zoneFile('customer.org', [
    { ...routing, verdict: 'later' },
    { ...routing, name: 'customer.org', relativeName: '@' },
  ]);
  expect(text).toContain('ALIAS or ANAME record to acme.edge.example.com');
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith(';'))).toEqual([]);
});
