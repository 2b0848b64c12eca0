import { describe, expect, it } from 'vitest';
import { judge, policySchema } from './policy';

const policy = (...Statement: object[]) => policySchema.parse({ Version: '2012-10-17', Statement });
const zone = 'arn:aws:route53:::hostedzone/Z1';

describe('judge', () => {
  const reads = policy({ Effect: 'Allow', Action: 'route53:List*', Resource: 'arn:aws:route53:::hostedzone/*' });

  it.each([
    ['what a wildcard covers', 'route53:ListResourceRecordSets', zone, 'allowed'],
    ['an action in another case', 'ROUTE53:listresourcerecordsets', zone, 'allowed'],
    ['another action', 'route53:GetChange', zone, 'not-allowed'],
    ['another resource', 'route53:ListHostedZones', '*', 'not-allowed'],
  ])('%s', (_, action, resource, verdict) => {
    expect(judge(reads, { action, resource })).toBe(verdict);
  });

  it('a denial wins over what allows', () => {
    const both = policy(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: ['acm:Delete*'], Resource: '*' },
    );
    expect(judge(both, { action: 'acm:DeleteCertificate', resource: 'a' })).toBe('denied');
    expect(judge(both, { action: 'acm:DescribeCertificate', resource: 'a' })).toBe('allowed');
  });

  it('dots and brackets of a pattern stand for themselves', () => {
    const one = policy({ Effect: 'Allow', Action: 'a:B', Resource: 'x.y(z)' });
    expect(judge(one, { action: 'a:B', resource: 'x.y(z)' })).toBe('allowed');
    expect(judge(one, { action: 'a:B', resource: 'xay(z)' })).toBe('not-allowed');
  });

  const key = 'route53:ChangeResourceRecordSetsRecordTypes';
  it.each([
    ['ForAllValues:StringEquals', ['CNAME'], ['CNAME', 'CNAME'], 'allowed'],
    ['ForAllValues:StringEquals', ['CNAME'], ['CNAME', 'TXT'], 'not-allowed'],
    ['StringEquals', ['CNAME'], [], 'not-allowed'],
    ['StringLike', ['CN*'], ['CNAME'], 'allowed'],
    ['StringNotEquals', ['CNAME'], ['TXT'], 'allowed'],
    ['Null', ['false'], ['anything'], 'allowed'],
    ['Null', ['false'], [], 'not-allowed'],
    ['Null', ['true'], [], 'allowed'],
  ])('%s %j with %j is %s', (operator, wanted, has, verdict) => {
    const one = policy({ Effect: 'Allow', Action: 'a:B', Resource: '*', Condition: { [operator]: { [key]: wanted } } });
    expect(judge(one, { action: 'a:B', resource: 'r', keys: { [key]: has } })).toBe(verdict);
  });

  it('takes no operator that it does not know', () => {
    expect(() => policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { ArnLike: { a: 'b' } } })).toThrow();
  });
});
