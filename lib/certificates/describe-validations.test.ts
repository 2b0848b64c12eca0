import { expect, it } from 'vitest';
import type { CertificateValidation, HostedZone } from '@/lib/inventory/model';
import { describeValidations } from './describe-validations';

const zone = (id: string, name: string, isPrivate = false): HostedZone => ({
  id,
  name,
  private: isPrivate,
  recordCount: 2,
  comment: null,
});
const zones = [zone('Z1', 'example.com'), zone('Z2', 'eu.example.com'), zone('Z3', 'shop.test', true)];
const record = { name: '_x.eu.example.com', type: 'CNAME' as const, value: '_y.acm-validations.aws' };
const published = { ...record, zoneId: 'Z2', ttl: 300, values: [record.value], alias: null, setIdentifier: null };
const validation = (change: Partial<CertificateValidation>): CertificateValidation => ({
  domainName: 'eu.example.com',
  status: 'PENDING_VALIDATION',
  method: 'DNS',
  record,
  ...change,
});

it.each([
  ['validated', validation({ status: 'SUCCESS' }), [], 'nobody', 'Validated.'],
  ['no record yet', validation({ record: null }), [], 'aws', 'not named the record'],
  ['missing in the closest zone of ours', validation({}), [], 'us', 'missing in our zone eu.example.com'],
  ['there', validation({}), [published], 'aws', 'in our zone eu.example.com'],
  ['there with another value', validation({}), [{ ...published, values: ['_z.acm-validations.aws'] }], 'us', 'missing'],
  ['in the wrong zone', validation({}), [{ ...published, zoneId: 'Z1' }], 'us', 'missing'],
  [
    'elsewhere',
    validation({ domainName: 'shop.test', record: { ...record, name: '_x.shop.test' } }),
    [],
    'tenant',
    'DNS provider of shop.test',
  ],
  ['given up', validation({ status: 'FAILED' }), [], 'us', 'requested again'],
])('%s', (_, given, records, turn, words) => {
  const [described] = describeValidations([given], zones, records);
  expect(described).toMatchObject({ turn, sentence: expect.stringContaining(words) });
});
