import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from './test-sandbox';
import { makeTestCertificate } from './testing/test-certificate';

/** Debian's package `awscli`; a client with parsers of its own. */
const aws = '/usr/bin/aws';

let sandbox: TestSandbox;
let home: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  home = mkdtempSync(path.join(tmpdir(), 'gatehouse-awscli-'));
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(home, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape, looked at by name
type Answer = any;

async function cli(command: string, ...more: string[]): Promise<Answer> {
  const { stdout } = await promisify(execFile)(
    aws,
    [...command.split(' '), ...more, '--endpoint-url', sandbox.url, '--output', 'json', '--no-cli-pager'],
    {
      env: {
        PATH: '/usr/bin:/bin',
        HOME: home,
        NODE_ENV: 'test',
        AWS_ACCESS_KEY_ID: 'AKIATOUR',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_REGION: 'us-east-1',
        AWS_MAX_ATTEMPTS: '1',
      },
    },
  );
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

test.skipIf(!existsSync(aws))(
  "a tour of all services with AWS's own command line client",
  async () => {
    await Promise.all([tourOfApiGateway(), tourOfDnsAndCertificates(), tourOfZones()]);
  },
  300_000,
);

test.skipIf(!existsSync(aws))('certificates brought along, with the same client', tourOfImportAndExport, 180_000);

async function tourOfApiGateway() {
  expect((await cli('sts get-caller-identity')).Arn).toBe('arn:aws:iam::123456789012:user/sandbox');
  const api = await cli('apigateway create-rest-api --name tour --endpoint-configuration types=REGIONAL');
  const on = `--rest-api-id ${api.id}`;
  const [root] = (await cli(`apigateway get-resources ${on}`)).items;
  const orders = await cli(`apigateway create-resource ${on} --parent-id ${root.id} --path-part orders`);
  expect(orders).toMatchObject({ path: '/orders', parentId: root.id });
  const method = `${on} --resource-id ${orders.id} --http-method GET`;
  await cli(
    `apigateway put-method ${method} --authorization-type NONE --request-parameters`,
    '{"method.request.header.a":true}',
  );
  const integration = await cli(
    `apigateway put-integration ${method} --type MOCK --request-templates`,
    '{"application/json":"{\\"statusCode\\": 200}"}',
  );
  expect(integration).toMatchObject({ type: 'MOCK', timeoutInMillis: 29_000 });
  await cli(`apigateway put-method-response ${method} --status-code 200`);
  await cli(`apigateway put-integration-response ${method} --status-code 200`);
  expect(await cli(`apigateway test-invoke-method ${method}`)).toMatchObject({ status: 200 });
  const deployment = await cli(`apigateway create-deployment ${on} --stage-name live --variables a=b`);
  await cli(
    `apigateway update-stage ${on} --stage-name live --patch-operations op=replace,path=/description,value=tour`,
  );
  expect(await cli(`apigateway get-stages ${on}`)).toMatchObject({
    item: [{ deploymentId: deployment.id, description: 'tour', variables: { a: 'b' } }],
  });
  expect((await cli(`apigateway get-resources ${on} --page-size 1`)).items).toHaveLength(2);
  await cli(`apigateway get-export ${on} --stage-name live --export-type oas30 ${path.join(home, 'api.json')}`);
  expect(existsSync(path.join(home, 'api.json'))).toBe(true);
  const key = await cli('apigateway create-api-key --name tour --enabled');
  expect(await cli(`apigateway get-api-key --api-key ${key.id} --include-value`)).toMatchObject({ value: key.value });
  await cli(`apigateway delete-method ${method}`);
  await expect(cli(`apigateway get-method ${method}`)).rejects.toThrow(
    /\(NotFoundException\) when calling the GetMethod operation.*: Invalid Method identifier specified/,
  );
  await cli(`apigateway delete-rest-api ${on}`);
}

async function tourOfDnsAndCertificates() {
  const { HostedZone } = await cli('route53 create-hosted-zone --name tour.org --caller-reference tour');
  const change = (action: string, name: string, type: string, value: string) =>
    cli(
      `route53 change-resource-record-sets --hosted-zone-id ${HostedZone.Id} --change-batch`,
      JSON.stringify({
        Changes: [
          {
            Action: action,
            ResourceRecordSet: { Name: name, Type: type, TTL: 60, ResourceRecords: [{ Value: value }] },
          },
        ],
      }),
    );
  const { ChangeInfo } = await change('CREATE', 'www.tour.org', 'A', '192.0.2.1');
  await cli(`route53 wait resource-record-sets-changed --id ${ChangeInfo.Id}`);
  await expect(change('CREATE', 'www.tour.org', 'A', '192.0.2.1')).rejects.toThrow(
    "Tried to create resource record set [name='www.tour.org.', type='A'] but it already exists",
  );
  const { CertificateArn } = await cli('acm request-certificate --domain-name www.tour.org --validation-method DNS');
  const { Certificate } = await cli(`acm describe-certificate --certificate-arn ${CertificateArn}`);
  const record = Certificate.DomainValidationOptions[0].ResourceRecord;
  await change('UPSERT', record.Name, record.Type, record.Value);
  await expect
    .poll(async () => (await cli(`acm describe-certificate --certificate-arn ${CertificateArn}`)).Certificate.Status, {
      timeout: 60_000,
    })
    .toBe('ISSUED');
  await cli(`acm add-tags-to-certificate --certificate-arn ${CertificateArn} --tags Key=tour,Value=yes`);
  expect(await cli(`acm list-tags-for-certificate --certificate-arn ${CertificateArn}`)).toEqual({
    Tags: [{ Key: 'tour', Value: 'yes' }],
  });
  expect((await cli('acm list-certificates')).CertificateSummaryList).toMatchObject([{ CertificateArn }]);
  const domain = await cli(
    `apigateway create-domain-name --domain-name www.tour.org --endpoint-configuration types=REGIONAL --regional-certificate-arn ${CertificateArn}`,
  );
  expect(domain.regionalDomainName).toMatch(/\.execute-api\.us-east-1\.amazonaws\.com$/);
  await cli('apigateway delete-domain-name --domain-name www.tour.org');
  const { ResourceRecordSets } = await cli(`route53 list-resource-record-sets --hosted-zone-id ${HostedZone.Id}`);
  expect(ResourceRecordSets).toHaveLength(4);
}

async function tourOfZones() {
  const { DelegationSet } = await cli('route53 create-reusable-delegation-set --caller-reference zones');
  const { HostedZone } = await cli(
    `route53 create-hosted-zone --name zones.org --caller-reference zones --delegation-set-id ${DelegationSet.Id}`,
  );
  const on = `--hosted-zone-id ${HostedZone.Id}`;
  // The client sends elements in the order of its input.
  const weighted = (SetIdentifier: string, Weight: number) => ({
    ResourceRecordSet: {
      ResourceRecords: [{ Value: '192.0.2.1' }],
      TTL: 60,
      Weight,
      SetIdentifier,
      Type: 'A',
      Name: 'www.zones.org',
    },
    Action: 'UPSERT',
  });
  const change = (...Changes: object[]) =>
    cli(`route53 change-resource-record-sets ${on} --change-batch`, JSON.stringify({ Changes, Comment: 'tour' }));
  expect((await change(weighted('a', 0), weighted('b', 255))).ChangeInfo).toMatchObject({ Comment: 'tour' });
  await expect(change(weighted('a', 256))).rejects.toThrow(
    /\(InvalidInput\) when calling the ChangeResourceRecordSets operation.*: Invalid XML ; cvc-maxInclusive-valid: Value '256'/,
  );
  expect(await cli(`route53 test-dns-answer ${on} --record-name www.zones.org --record-type A`)).toMatchObject({
    RecordData: ['192.0.2.1'],
    ResponseCode: 'NOERROR',
  });
  expect(await cli(`route53 get-hosted-zone-limit ${on} --type MAX_RRSETS_BY_ZONE`)).toMatchObject({ Count: 4 });
  expect((await cli(`route53 get-hosted-zone --id ${HostedZone.Id}`)).DelegationSet).toEqual(DelegationSet);
  expect(await cli('route53 get-geo-location --country-code DE')).toEqual({
    GeoLocationDetails: { CountryCode: 'DE', CountryName: 'Germany' },
  });
  expect((await cli('route53 get-checker-ip-ranges')).CheckerIpRanges).toContain('15.177.0.0/18');
}

/** Of ACM's operations those that Debian's version knows. */
async function tourOfImportAndExport() {
  const { pem, keyPem } = await makeTestCertificate({ names: ['imported.tour.org'] });
  const files = { 'imported.pem': pem, 'imported.key': keyPem };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(home, name), content);
  const { CertificateArn } = await cli(
    `acm import-certificate --certificate fileb://${home}/imported.pem --private-key fileb://${home}/imported.key`,
  );
  const on = `--certificate-arn ${CertificateArn}`;
  expect(await cli(`acm describe-certificate ${on}`)).toMatchObject({
    Certificate: { Type: 'IMPORTED', Status: 'ISSUED', Serial: '0a:0b:0c:0d', Subject: 'CN=imported.tour.org' },
  });
  expect((await cli(`acm get-certificate ${on}`)).Certificate.trim()).toBe(pem.trim());
  await expect(
    cli(`acm update-certificate-options ${on} --options CertificateTransparencyLoggingPreference=DISABLED`),
  ).rejects.toThrow('The UpdateCertificateOptions command is not permitted for imported certificates.');
  await cli(`acm remove-tags-from-certificate ${on} --tags Key=none`);
  await cli(`acm delete-certificate ${on}`);

  const requested = (await cli('acm request-certificate --domain-name www.export.org --validation-method DNS'))
    .CertificateArn;
  writeFileSync(path.join(home, 'passphrase'), 'correct horse');
  await expect(
    cli(`acm export-certificate --certificate-arn ${requested} --passphrase fileb://${home}/passphrase`),
  ).rejects.toThrow('is not a private certificate');
  await expect(cli(`acm renew-certificate --certificate-arn ${requested}`)).rejects.toThrow(
    '(RequestInProgressException)',
  );
  const domain = '--domain www.export.org --validation-domain export.org';
  await expect(cli(`acm resend-validation-email --certificate-arn ${requested} ${domain}`)).rejects.toThrow(
    '(InvalidStateException)',
  );
  await cli('acm put-account-configuration --idempotency-token tour --expiry-events DaysBeforeExpiry=30');
  expect(await cli('acm get-account-configuration')).toEqual({ ExpiryEvents: { DaysBeforeExpiry: 30 } });
}
