import {
  ListCertificatesCommand,
  paginateListCertificates,
  RequestCertificateCommand,
  waitUntilCertificateValidated,
} from '@aws-sdk/client-acm';
import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  GetStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  paginateGetResources,
  TagResourceCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
  waitUntilResourceRecordSetsChanged,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validationRecord } from './services/acm/validation-record';
import { createTestApi, startTestSandbox, type TestSandbox } from './test-sandbox';

let sandbox: TestSandbox;
let zoneId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox({ dials: { certificateIssueAfterMs: 300, dnsSyncMs: 300 } });
  const { HostedZone } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'many.org', CallerReference: 'many' }),
  );
  zoneId = HostedZone?.Id ?? '';
});
afterAll(() => sandbox.stop());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const upsert = (Name: string, Type: 'A' | 'CNAME', Value: string) =>
  sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: {
        Changes: [{ Action: 'UPSERT', ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords: [{ Value }] } }],
      },
    }),
  );

test("the SDK's waiters see records in sync and certificates issued", async () => {
  const wait = { maxWaitTime: 20, minDelay: 1, maxDelay: 1 };
  const { CertificateArn } = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName: 'www.many.org', ValidationMethod: 'DNS' }),
  );
  const record = validationRecord('123456789012', 'www.many.org');
  const { ChangeInfo } = await upsert(record.Name ?? '', 'CNAME', record.Value ?? '');
  const { state } = await waitUntilResourceRecordSetsChanged(
    { client: sandbox.route53, ...wait },
    { Id: ChangeInfo?.Id },
  );
  const validated = await waitUntilCertificateValidated({ client: sandbox.acm, ...wait }, { CertificateArn });
  expect([state, validated.state]).toEqual(['SUCCESS', 'SUCCESS']);
});

test("the SDK's paginators bring everything once", async () => {
  const { restApiId, root: parentId } = await createTestApi(sandbox);
  await Promise.all(
    numbers(60).map((n) =>
      sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart: `part${n}` })),
    ),
  );
  const paths: (string | undefined)[] = [];
  for await (const page of paginateGetResources({ client: sandbox.gateway, pageSize: 25 }, { restApiId }))
    paths.push(...(page.items ?? []).map((item) => item.path));
  expect([paths.length, new Set(paths).size]).toEqual([61, 61]);

  await Promise.all(
    numbers(12).map((n) =>
      sandbox.acm.send(new RequestCertificateCommand({ DomainName: `c${n}.many.org`, ValidationMethod: 'DNS' })),
    ),
  );
  const arns: (string | undefined)[] = [];
  for await (const page of paginateListCertificates({ client: sandbox.acm, pageSize: 5 }, {}))
    arns.push(...(page.CertificateSummaryList ?? []).map((item) => item.CertificateArn));
  const all = await sandbox.acm.send(new ListCertificatesCommand({ MaxItems: 1000 }));
  expect([arns.length, new Set(arns).size]).toEqual([all.CertificateSummaryList?.length, arns.length]);

  for (const n of numbers(5))
    await sandbox.route53.send(new CreateHostedZoneCommand({ Name: `z${n}.org`, CallerReference: `z${n}` }));
  const zones: (string | undefined)[] = [];
  for await (const page of paginateListHostedZones({ client: sandbox.route53, pageSize: 2 }, {}))
    zones.push(...(page.HostedZones ?? []).map((zone) => zone.Name));
  expect(zones.sort()).toEqual(['many.org.', ...numbers(5).map((n) => `z${n}.org.`)]);
});

test('writers at the same time lose nothing: records, variables, tags', async () => {
  await Promise.all(numbers(40).map((n) => upsert(`w${n}.many.org`, 'A', `192.0.2.${n}`)));
  const { ResourceRecordSets = [] } = await sandbox.route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, MaxItems: 300 }),
  );
  const names = ResourceRecordSets.map((set) => set.Name);
  expect(numbers(40).filter((n) => !names.includes(`w${n}.many.org.`))).toEqual([]);
  expect(new Set(names).size).toBe(names.length - 1);

  const { restApiId, root: resourceId } = await createTestApi(sandbox);
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await sandbox.gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await sandbox.gateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
  const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}/stages/live`;
  await Promise.all(
    numbers(40).flatMap((n) => [
      sandbox.gateway.send(
        new UpdateStageCommand({
          restApiId,
          stageName: 'live',
          patchOperations: [{ op: 'replace', path: `/variables/v${n}`, value: String(n) }],
        }),
      ),
      sandbox.gateway.send(new TagResourceCommand({ resourceArn, tags: { [`t${n}`]: String(n) } })),
    ]),
  );
  const stage = await sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'live' }));
  expect(stage.variables).toEqual(Object.fromEntries(numbers(40).map((n) => [`v${n}`, String(n)])));
  expect(stage.tags).toEqual(Object.fromEntries(numbers(40).map((n) => [`t${n}`, String(n)])));
});
