import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { getRestApis } from '../api-gateway/get-rest-apis';
import { listOperations } from '../iam/operations';
import { operatorPolicies, readOnlyPolicies } from '../iam/policies';
import { isRead } from '../is-read';
import { listHostedZones } from '../route-53/list-hosted-zones';
import { type TryScope, tryPermissions } from './try-permissions';

let box: SandboxAws;
let scope: TryScope;
beforeAll(async () => {
  box = await sandboxAws({ seed: true });
  const [api] = await getRestApis(box.aws);
  const zones = (await listHostedZones(box.aws)).filter((zone) => !zone.private);
  scope = {
    region: 'us-east-1',
    account: '123456789012',
    restApiId: api?.id ?? null,
    zones,
    zoneIds: zones.map(({ id }) => id),
    roleArns: [],
  };
});
afterAll(() => box.stop());
beforeEach(async () => {
  await box.admin('DELETE', 'policy');
  await box.admin('DELETE', 'faults');
});

const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
const put = (...Statement: object[]) => box.admin('PUT', 'policy', { Version: '2012-10-17', Statement });
const run = async () => (await tryPermissions(box.aws, scope)).filter(({ operation }) => operation !== null);
const named = (tried: { operation: string | null; verdict: string }[], verdict: string) =>
  [...new Set(tried.flatMap((each) => (each.verdict === verdict && each.operation ? [each.operation] : [])))].sort();
/** Those that can't be told to be there, though their absence may show. */
const cautious = [
  'CreateAuthorizer',
  'CreateDeployment',
  'CreateDomainName',
  'CreateModel',
  'CreateRequestValidator',
  'DeleteCertificate',
  'DeleteGatewayResponse',
  'ImportCertificate',
  'PutGatewayResponse',
  'RequestCertificate',
  'UpdateGatewayResponse',
];
const neverTried = ['CreateDeployment', 'CreateDomainName', 'CreateRequestValidator', 'DeleteCertificate'];

describe('with everything allowed', () => {
  it('nothing is missing, and nothing at all has changed', async () => {
    const before = await box.admin('GET', 'state?records=all');
    expect(JSON.stringify(before)).toContain(scope.restApiId);
    const tried = await run();
    expect(named(tried, 'missing')).toEqual([]);
    expect(named(tried, 'unanswered')).toEqual([]);
    expect(named(tried, 'untold')).toEqual(cautious);
    expect(await box.admin('GET', 'state?records=all')).toEqual(before);
    for (const operation of neverTried) expect(await box.calls(operation)).toEqual([]);
  });
});

describe('with the generated policies', () => {
  it('both together are enough', async () => {
    const policies = [...readOnlyPolicies(scope), ...operatorPolicies(scope)];
    await put(...policies.flatMap(({ document }) => document.Statement));
    const tried = await run();
    expect(tried.filter(({ verdict }) => verdict === 'missing')).toEqual([]);
    expect(named(tried, 'untold')).toEqual(cautious);
  });

  it('the read-only one lets look and names every change as missing', async () => {
    await put(...readOnlyPolicies(scope).flatMap(({ document }) => document.Statement));
    const tried = await run();
    const changes = listOperations().flatMap(({ operation }) => (isRead(operation) ? [] : [operation]));
    expect(named(tried, 'missing')).toEqual(changes.filter((operation) => !neverTried.includes(operation)).sort());
    expect(named(tried, 'untold')).toEqual([...neverTried].sort());
  });
});

describe('it names exactly what is denied', () => {
  const region = 'arn:aws:apigateway:*::/restapis';
  it.each([
    ['a read', { Action: 'apigateway:GET', Resource: `${region}/*/models` }, ['GetModels']],
    ['a deletion', { Action: 'apigateway:DELETE', Resource: `${region}/*/resources/*/methods/GET` }, ['DeleteMethod']],
    [
      'what is only asked',
      { Action: ['acm:RequestCertificate', 'lambda:ListFunctions'], Resource: '*' },
      ['ListFunctions', 'RequestCertificate'],
    ],
    ['records', { Action: 'route53:ChangeResourceRecordSets', Resource: '*' }, ['ChangeResourceRecordSets']],
  ])('%s', async (_, denied, names) => {
    await put(allow, { Effect: 'Deny', ...denied });
    const tried = await run();
    expect(named(tried, 'missing')).toEqual(names);
    const missing = tried.filter(({ verdict }) => verdict === 'missing');
    expect(missing.every(({ note }) => note?.includes('is not authorized to perform'))).toBe(true);
  });

  it('a zone by its name, where others are allowed', async () => {
    const other = { id: 'Z000OTHER', name: 'other.example' };
    await put(allow, { Effect: 'Deny', Action: 'route53:*', Resource: `arn:aws:route53:::hostedzone/${other.id}` });
    const tried = await tryPermissions(box.aws, { ...scope, zones: [...scope.zones, other] });
    const missing = tried.filter(
      ({ verdict, operation }) => verdict === 'missing' && operation === 'ChangeResourceRecordSets',
    );
    expect(missing.map(({ resources }) => resources)).toEqual([[`arn:aws:route53:::hostedzone/${other.id}`]]);
  });
});

it('no answer is not taken for a permission', async () => {
  await box.fault({ service: 'lambda', kind: 'error', status: 503, code: 'ServiceUnavailable' });
  await box.fault({ service: 'route53', operation: 'GetChange', kind: 'error', status: 403, code: 'ExpiredToken' });
  const tried = await run();
  expect(named(tried, 'unanswered')).toEqual(['GetChange', 'ListFunctions']);
});

it('what is not known yet is not tried', async () => {
  const tried = await tryPermissions(box.aws, { ...scope, restApiId: null, zones: [], zoneIds: [] });
  const asked = tried.filter(({ verdict, operation }) => verdict === 'unanswered' && operation !== null);
  expect(asked.map(({ operation }) => operation)).toContain('ChangeResourceRecordSets');
  expect(asked.map(({ operation }) => operation)).toContain('PutMethod');
  expect(asked.map(({ operation }) => operation)).not.toContain('GetRestApis');
});

it('passes a door that lets nothing else through', async () => {
  const closed = box.door({ refuseChange: async () => ({ sentence: 'No.', fix: 'Confirm.' }) });
  const tried = await tryPermissions(closed, scope);
  expect(tried.filter(({ verdict }) => verdict === 'unanswered')).toEqual([]);
});
