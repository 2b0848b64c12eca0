import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { deleteCertificate } from './acm/delete-certificate';
import { createResource } from './api-gateway/create-resource';
import { getRestApis } from './api-gateway/get-rest-apis';
import { testInvokeMethod } from './api-gateway/test-invoke-method';
import { recordAwsCalls } from './call-scope';
import { AwsError } from './errors';
import { changeResourceRecordSets } from './route-53/change-resource-record-sets';
import { listHostedZones } from './route-53/list-hosted-zones';
import { getCallerIdentity } from './sts/get-caller-identity';

let box: SandboxAws;
beforeAll(async () => {
  box = await sandboxAws();
});
afterAll(() => box.stop());
beforeEach(async () => {
  await box.admin('DELETE', 'faults');
  await box.admin('DELETE', 'calls');
  await box.admin('DELETE', 'policy');
});
afterEach(() => vi.unstubAllEnvs());

async function failureOf(call: Promise<unknown>): Promise<AwsError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AwsError) return error;
  throw new Error('no AwsError was thrown', { cause: error });
}

const totalCalls = async () => (await box.admin<{ total: number }>('GET', 'calls')).total;

describe('who we are', () => {
  it('is asked of STS, through the door', async () => {
    const recorded = await recordAwsCalls(() => getCallerIdentity(box.aws));
    expect(recorded).toMatchObject({
      ok: true,
      result: {
        account: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/sandbox',
        source: 'built in, for the sandbox',
      },
      calls: [{ service: 'sts', operation: 'GetCallerIdentity', status: 200, requestId: expect.any(String) }],
    });
  });

  it('says where the credentials come from, and nothing of them', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENVIRONMENT');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'from-the-environment');
    const identity = await getCallerIdentity(box.door({ credentials: undefined }));
    expect(identity.source).toBe('the environment (AWS_ACCESS_KEY_ID)');
    expect(JSON.stringify(identity)).not.toMatch(/AKIAENVIRONMENT|from-the-environment/);
  });

  it.each([
    ['ExpiredToken', 'x', 'The AWS credentials have expired.'],
    ['SignatureDoesNotMatch', 'Signature expired: now earlier', "This machine's clock differs too much from AWS's."],
    ['InvalidClientTokenId', 'x', 'AWS does not accept the credentials.'],
  ])('says in words that %s', async (code, message, sentence) => {
    await box.fault({ service: 'sts', kind: 'error', status: 403, code, message });
    expect(await failureOf(getCallerIdentity(box.aws))).toMatchObject({ kind: 'denied', message: sentence });
  });

  it('says that nobody answers', async () => {
    const nobody = box.door({ endpoint: 'http://127.0.0.1:9' });
    expect(await failureOf(getCallerIdentity(nobody))).toMatchObject({
      kind: 'unreachable',
      message: 'The AWS endpoint refuses connections.',
    });
  });
});

describe('while nothing may be changed', () => {
  const refusal = { sentence: 'Nothing is changed in this account yet.', fix: 'Confirm it.' };
  const record = { name: 'a.example.com', type: 'A', ttl: 60, values: ['192.0.2.1'], alias: null, setIdentifier: null };
  const at = { restApiId: 'a', resourceId: 'b', verb: 'GET' as const };
  const request = { pathWithQuery: '/', headers: {}, body: null, stageVariables: {} };

  it.each([
    ['API Gateway', (aws: SandboxAws['aws']) => createResource(aws, { restApiId: 'a', parentId: 'b', pathPart: 'c' })],
    ['Route 53', (aws: SandboxAws['aws']) => changeResourceRecordSets(aws, 'Z1', [{ action: 'UPSERT', record }], '')],
    ['ACM', (aws: SandboxAws['aws']) => deleteCertificate(aws, 'arn:aws:acm:us-east-1:123456789012:certificate/1')],
    ['a test that calls the back end', (aws: SandboxAws['aws']) => testInvokeMethod(aws, at, request)],
  ])('a change is refused before it is sent: %s', async (_, change) => {
    const closed = box.door({ refuseChange: async () => refusal });
    const failure = await failureOf(change(closed));
    expect(failure).toMatchObject({
      code: 'not-permitted',
      kind: 'unconfirmed',
      message: refusal.sentence,
      fix: refusal.fix,
      retryable: false,
    });
    expect(await totalCalls()).toBe(0);
  });

  it('reads go, and so do changes once there is no refusal any more', async () => {
    let open = false;
    const aws = box.door({ refuseChange: async () => (open ? null : refusal) });
    expect(await listHostedZones(aws)).toEqual([]);
    expect(await failureOf(aws.refuseUnconfirmed())).toMatchObject({ kind: 'unconfirmed' });
    open = true;
    await aws.refuseUnconfirmed();
    expect(await failureOf(changeResourceRecordSets(aws, 'Z1', [{ action: 'UPSERT', record }], ''))).toMatchObject({
      kind: 'not-found',
    });
    expect(await box.calls('ChangeResourceRecordSets')).toHaveLength(1);
  });
});

describe('a role', () => {
  const roleArn = 'arn:aws:iam::210987654321:role/Gatehouse';
  const role = { roleArn, externalId: 'ours-alone', sessionName: 'gatehouse' };
  beforeEach(async () => {
    await box.admin('POST', 'roles', { roleArn, externalId: 'ours-alone' });
  });

  it('is assumed once for all services, and the calls are its own', async () => {
    const aws = box.door({ role });
    expect(await getCallerIdentity(aws)).toMatchObject({
      account: '210987654321',
      arn: 'arn:aws:sts::210987654321:assumed-role/Gatehouse/gatehouse',
      source: 'the role, assumed',
    });
    await Promise.all([getRestApis(aws), listHostedZones(aws), getRestApis(aws)]);
    expect(await box.calls('AssumeRole')).toHaveLength(1);
  });

  it.each([
    ['another external id', { externalId: 'guessed' }],
    ['no external id', { externalId: null }],
    ['a role that is not there', { roleArn: `${roleArn}2` }],
  ])('%s is refused with a sentence, at whatever call comes first', async (_, wrong) => {
    const aws = box.door({ role: { ...role, ...wrong } });
    const expected = {
      kind: 'denied',
      message: 'AWS does not let Gatehouse assume its role.',
      fix: expect.stringContaining('GATEHOUSE_AWS_EXTERNAL_ID'),
      awsCode: 'AccessDenied',
    };
    expect(await failureOf(getCallerIdentity(aws))).toMatchObject(expected);
    expect(await failureOf(listHostedZones(aws))).toMatchObject(expected);
  });

  it('is tried again at the next call', async () => {
    await box.admin('DELETE', `roles?roleArn=${encodeURIComponent(roleArn)}`);
    const aws = box.door({ role });
    await failureOf(getCallerIdentity(aws));
    await box.admin('POST', 'roles', { roleArn, externalId: 'ours-alone' });
    expect(await getCallerIdentity(aws)).toMatchObject({ account: '210987654321' });
  });

  it('is given up when STS never answers, and asked for anew at the next call', async () => {
    await box.fault({ service: 'sts', operation: 'AssumeRole', kind: 'hang' });
    const aws = box.door({ role, timeoutMs: 300 });
    expect(await failureOf(getCallerIdentity(aws))).toMatchObject({ kind: 'unreachable' });
    await box.admin('DELETE', 'faults');
    expect(await getCallerIdentity(aws)).toMatchObject({ account: '210987654321' });
  });

  it('own credentials that are no good are said as such', async () => {
    await box.fault({
      service: 'sts',
      operation: 'AssumeRole',
      kind: 'error',
      status: 403,
      code: 'InvalidClientTokenId',
    });
    expect(await failureOf(getCallerIdentity(box.door({ role })))).toMatchObject({
      message: 'AWS does not accept the credentials.',
    });
  });

  it('a session that has ended is said as such', async () => {
    const aws = box.door({ role });
    await getCallerIdentity(aws);
    await box.admin('POST', 'clock', { advanceMs: 3_700_000 });
    expect(await failureOf(listHostedZones(aws))).toMatchObject({ message: 'The AWS credentials have expired.' });
  });
});
