import { DescribeCertificateCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CreateDomainNameCommand, GetRestApisCommand, PutRestApiCommand } from '@aws-sdk/client-api-gateway';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ChangeResourceRecordSetsCommand, ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.admin('DELETE', 'policy'));

const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';
const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
const put = (...Statement: object[]) => sandbox.admin('PUT', 'policy', { Version: '2012-10-17', Statement });

describe('a policy', () => {
  it('refuses in the words and with the code of each service', async () => {
    await put({ ...allow, Action: 'nothing:AtAll' });
    const { gateway, route53, acm, lambda } = sandbox;
    expect(await refusalOf(gateway.send(new GetRestApisCommand({})))).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message:
        'User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: apigateway:GET on resource: arn:aws:apigateway:us-east-1::/restapis because no identity-based policy allows the apigateway:GET action',
    });
    expect(await refusalOf(route53.send(new ListHostedZonesCommand({})))).toMatchObject({
      name: 'AccessDenied',
      status: 403,
    });
    expect(await refusalOf(acm.send(new DescribeCertificateCommand({ CertificateArn: arn })))).toMatchObject({
      name: 'AccessDeniedException',
      status: 400,
      message: expect.stringContaining(`acm:DescribeCertificate on resource: ${arn}`),
    });
    expect(await refusalOf(lambda.send(new ListFunctionsCommand({})))).toMatchObject({
      name: 'AccessDeniedException',
      status: 403,
    });
  });

  it('is judged before the input is', async () => {
    await put(allow, { Effect: 'Deny', Action: 'acm:RequestCertificate', Resource: '*' });
    const refused = sandbox.acm.send(new RequestCertificateCommand({ DomainName: 'not a name' }));
    expect((await refusalOf(refused)).message).toMatch(/with an explicit deny in an identity-based policy$/);
  });

  it('asks besides for tags that come with a creation, and for a role that is passed on', async () => {
    await put(allow, { Effect: 'Deny', Action: 'apigateway:PUT', Resource: 'arn:aws:apigateway:*::/tags/*' });
    const create = (tags?: Record<string, string>) =>
      sandbox.gateway.send(new CreateDomainNameCommand({ domainName: 'a.example.com', tags }));
    expect((await refusalOf(create({ a: 'b' }))).message).toContain(
      'apigateway:PUT on resource: arn:aws:apigateway:us-east-1::/tags/arn%3Aaws',
    );
    expect((await refusalOf(create())).name).toBe('BadRequestException');
  });

  it('sees what a batch of records changes', async () => {
    const types = { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'] };
    await put({ ...allow, Condition: { 'ForAllValues:StringEquals': types } });
    const change = (Type: 'CNAME' | 'TXT') =>
      refusalOf(
        sandbox.route53.send(
          new ChangeResourceRecordSetsCommand({
            HostedZoneId: 'Z0000000000000',
            ChangeBatch: {
              Changes: [
                {
                  Action: 'UPSERT',
                  ResourceRecordSet: { Name: 'a.example.com', Type, TTL: 60, ResourceRecords: [{ Value: 'x' }] },
                },
              ],
            },
          }),
        ),
      );
    expect((await change('TXT')).name).toBe('AccessDenied');
    expect((await change('CNAME')).name).toBe('NoSuchHostedZone');
  });

  it('that is no policy is not taken', async () => {
    expect(await sandbox.admin('PUT', 'policy', { Statement: [] })).toMatchObject({
      message: expect.stringContaining('Version'),
    });
    await sandbox.gateway.send(new GetRestApisCommand({}));
  });

  it('goes with the reset', async () => {
    await put({ ...allow, Action: 'nothing:AtAll' });
    await sandbox.admin('POST', 'reset', {});
    await sandbox.gateway.send(new GetRestApisCommand({}));
    expect(
      await refusalOf(sandbox.gateway.send(new PutRestApiCommand({ restApiId: 'x', body: new Uint8Array() }))),
    ).not.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

describe('a role', () => {
  const roleArn = 'arn:aws:iam::210987654321:role/ops/Gatehouse';
  const sts = (credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }) =>
    new STSClient({ endpoint: sandbox.url, region: 'us-east-1', maxAttempts: 1, credentials });
  const assume = (ExternalId?: string, RoleArn = roleArn) =>
    sts().send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'gatehouse', ExternalId }));

  it('is assumed with its external id only', async () => {
    await sandbox.admin('POST', 'roles', { roleArn, externalId: 'known-to-us' });
    const refused = {
      name: 'AccessDenied',
      status: 403,
      message: expect.stringContaining(`sts:AssumeRole on resource: ${roleArn}`),
    };
    expect(await refusalOf(assume())).toMatchObject(refused);
    expect(await refusalOf(assume('guessed'))).toMatchObject(refused);
    expect(await refusalOf(assume('known-to-us', `${roleArn}2`))).toMatchObject({ name: 'AccessDenied' });
    const { AssumedRoleUser } = await assume('known-to-us');
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::210987654321:assumed-role/Gatehouse/gatehouse');
  });

  it('gives credentials that work in its account, until they expire by the sandbox clock', async () => {
    await sandbox.admin('POST', 'roles', { roleArn, externalId: 'known-to-us' });
    const { Credentials } = await assume('known-to-us');
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const identity = () => sts(session).send(new GetCallerIdentityCommand({}));
    expect(await identity()).toMatchObject({
      Account: '210987654321',
      Arn: 'arn:aws:sts::210987654321:assumed-role/Gatehouse/gatehouse',
      UserId: expect.stringMatching(/^AROA\w{17}:gatehouse$/),
    });
    const other = { ...session, sessionToken: 'another' };
    expect(await refusalOf(sts(other).send(new GetCallerIdentityCommand({})))).toMatchObject({
      name: 'InvalidClientTokenId',
    });
    await sandbox.admin('POST', 'clock', { advanceMs: 3_600_000 });
    expect(await refusalOf(identity())).toMatchObject({ name: 'ExpiredToken', status: 403 });
  });

  it.each([
    [{ RoleSessionName: 'with space' }, /roleSessionName/],
    [{ DurationSeconds: 60 }, /durationSeconds/],
    [{ DurationSeconds: 7200 }, /MaxSessionDuration/],
  ])('refuses %j', async (input, message) => {
    await sandbox.admin('POST', 'roles', { roleArn });
    const given = { RoleArn: roleArn, RoleSessionName: 'gatehouse', ...input };
    const refused = await refusalOf(sts().send(new AssumeRoleCommand(given)));
    expect(refused).toMatchObject({ name: 'ValidationError', message: expect.stringMatching(message) });
  });
});
