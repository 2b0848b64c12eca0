import { describe, expect, it } from 'vitest';
import { judge, policySchema } from '@/sandbox/iam/policy';
import { isRead } from '../is-read';
import { gatewayPath } from './gateway-paths';
import { listOperations } from './operations';
import { lengthOf, maxPolicyCharacters, type NamedPolicy, operatorPolicies, readOnlyPolicies } from './policies';
import type { PolicyScope } from './scope';

const scope: PolicyScope = {
  region: 'eu-central-1',
  account: '210987654321',
  restApiId: 'gw1',
  zoneIds: ['Z1', 'Z2'],
  roleArns: ['arn:aws:iam::210987654321:role/integrations'],
};

const merged = (policies: NamedPolicy[]) =>
  policySchema.parse({ Version: '2012-10-17', Statement: policies.flatMap(({ document }) => document.Statement) });
const readOnly = merged(readOnlyPolicies(scope));
const operator = merged(operatorPolicies(scope));

const certificate = 'arn:aws:acm:eu-central-1:210987654321:certificate/1';
const examples: Record<string, string> = {
  zone: 'arn:aws:route53:::hostedzone/Z2',
  change: 'arn:aws:route53:::change/C1',
  certificate,
  any: '*',
};

/** What AWS would ask of IAM for a real call: method on path, or the operation on its resource. */
function wantedOf({ service, operation, resource }: ReturnType<typeof listOperations>[number]) {
  const keys = {
    'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME', 'A', 'AAAA', 'CAA'],
    'acm:ValidationMethod': ['DNS'],
    'aws:ResourceTag/gatehouse:tenant': ['acme'],
  };
  if (service !== 'apigateway') return { action: `${service}:${operation}`, resource: examples[resource] ?? '', keys };
  const { method, path } = gatewayPath(operation);
  const real = path
    .replace('{restApiId}', 'gw1')
    .replace('{domainName}', 'a.example.com')
    .replace(/\{\w+\}/g, 'x1');
  return { action: `apigateway:${method}`, resource: `arn:aws:apigateway:eu-central-1::${real}`, keys };
}

describe.each(listOperations().map((row) => [`${row.service} ${row.operation}`, row] as const))('%s', (_, row) => {
  const wanted = wantedOf(row);
  if (isRead(row.operation)) {
    it('is in the read-only policy', () => expect(judge(readOnly, wanted)).toBe('allowed'));
  } else {
    it('is in the operator policy and not in the read-only one', () => {
      expect(judge(operator, wanted)).toBe('allowed');
      expect(judge(readOnly, wanted)).toBe('not-allowed');
    });
  }
});

describe('the operator policy does not allow', () => {
  const gateway = 'arn:aws:apigateway:eu-central-1::';
  it.each([
    ['to delete the gateway', 'apigateway:DELETE', `${gateway}/restapis/gw1`],
    ['to replace it', 'apigateway:PUT', `${gateway}/restapis/gw1`],
    ['to touch another gateway', 'apigateway:PUT', `${gateway}/restapis/gw2/resources/r/methods/GET`],
    ['to make a gateway', 'apigateway:POST', `${gateway}/restapis`],
    ['to delete a stage', 'apigateway:DELETE', `${gateway}/restapis/gw1/stages/prod`],
    ['to work in another region', 'apigateway:PATCH', 'arn:aws:apigateway:us-east-1::/restapis/gw1'],
    ['to read API keys', 'apigateway:GET', `${gateway}/apikeys`],
    ['to write in a zone that is not known', 'route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z3'],
    ['to delete a zone', 'route53:DeleteHostedZone', 'arn:aws:route53:::hostedzone/Z1'],
    ['to pass another role', 'iam:PassRole', 'arn:aws:iam::210987654321:role/admin'],
  ])('%s', (_, action, resource) => {
    const keys = {
      'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'],
      'iam:PassedToService': ['apigateway.amazonaws.com'],
    };
    expect(judge(operator, { action, resource, keys })).toBe('not-allowed');
  });

  it('records of other types, certificates proved by mail, or to delete certificates of others', () => {
    const types = (...values: string[]) => ({ 'route53:ChangeResourceRecordSetsRecordTypes': values });
    const change = { action: 'route53:ChangeResourceRecordSets', resource: 'arn:aws:route53:::hostedzone/Z1' };
    expect(judge(operator, { ...change, keys: types('CNAME', 'MX') })).toBe('not-allowed');
    const request = { action: 'acm:RequestCertificate', resource: '*' };
    expect(judge(operator, { ...request, keys: { 'acm:ValidationMethod': ['EMAIL'] } })).toBe('not-allowed');
    expect(judge(operator, { action: 'acm:DeleteCertificate', resource: certificate })).toBe('not-allowed');
  });
});

describe('size', () => {
  const zoneIds = Array.from({ length: 400 }, (_, index) => `Z${String(index).padStart(20, '0')}`);

  it('both fit in one managed policy each', () => {
    expect(readOnlyPolicies(scope).map(({ name }) => name)).toEqual(['GatehouseReadOnly']);
    expect(operatorPolicies(scope).map(({ name }) => name)).toEqual(['GatehouseOperator']);
  });

  it('with very many zones it is split, and none is lost', () => {
    const policies = operatorPolicies({ ...scope, zoneIds });
    expect(policies.length).toBeGreaterThan(1);
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
    for (const { document } of policies) expect(lengthOf(document)).toBeLessThanOrEqual(maxPolicyCharacters);
    const all = merged(policies);
    const keys = { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'] };
    for (const id of zoneIds) {
      const resource = `arn:aws:route53:::hostedzone/${id}`;
      expect(judge(all, { action: 'route53:ChangeResourceRecordSets', resource, keys })).toBe('allowed');
    }
    const sids = all.Statement.map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
    expect(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid ?? ''))).toBe(true);
  });
});

it('knows nothing yet: wildcards, and other partitions', () => {
  const nothing = { region: 'us-gov-west-1', account: null, restApiId: null, zoneIds: [], roleArns: [] };
  const all = merged([...readOnlyPolicies(nothing), ...operatorPolicies(nothing)]);
  expect(
    judge(all, {
      action: 'apigateway:GET',
      resource: 'arn:aws-us-gov:apigateway:us-gov-west-1::/restapis/any/resources',
    }),
  ).toBe('allowed');
  expect(JSON.stringify(all)).not.toContain('arn:aws:');
  expect(JSON.stringify(all)).not.toContain('null');
});
