import {
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetDomainNameCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Certificate, RecordSet } from '@/lib/inventory/model';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { makeTestCertificate } from '@/sandbox/testing/test-certificate';
import { addTagsToCertificate } from './acm/add-tags-to-certificate';
import { deleteCertificate } from './acm/delete-certificate';
import { describeCertificate } from './acm/describe-certificate';
import { findCertificates } from './acm/find-certificates';
import { importCertificate } from './acm/import-certificate';
import { listCertificates } from './acm/list-certificates';
import { removeTagsFromCertificate } from './acm/remove-tags-from-certificate';
import { requestCertificate } from './acm/request-certificate';
import { createBasePathMapping } from './api-gateway/create-base-path-mapping';
import { createDomainName } from './api-gateway/create-domain-name';
import { deleteBasePathMapping } from './api-gateway/delete-base-path-mapping';
import { deleteDomainName } from './api-gateway/delete-domain-name';
import { domainNameArn } from './api-gateway/domain-name-arn';
import { getApiKeys } from './api-gateway/get-api-keys';
import { getBasePathMappings } from './api-gateway/get-base-path-mappings';
import { getDomainName } from './api-gateway/get-domain-name';
import { getDomainNames } from './api-gateway/get-domain-names';
import { getResources } from './api-gateway/get-resources';
import { getRestApis } from './api-gateway/get-rest-apis';
import { getStages } from './api-gateway/get-stages';
import { reshapeResource } from './api-gateway/reshape-resource';
import { tagResource } from './api-gateway/tag-resource';
import { untagResource } from './api-gateway/untag-resource';
import { updateApiKey } from './api-gateway/update-api-key';
import { updateBasePathMapping } from './api-gateway/update-base-path-mapping';
import { updateDomainName } from './api-gateway/update-domain-name';
import type { Aws } from './clients';
import { required } from './reshape';
import { changeResourceRecordSets } from './route-53/change-resource-record-sets';
import { getChange } from './route-53/get-change';
import { listHostedZones } from './route-53/list-hosted-zones';
import { listRecordSetsAt } from './route-53/list-record-sets-at';
import { listResourceRecordSets } from './route-53/list-resource-record-sets';

let box: SandboxAws;
let aws: Aws;
let zoneId: string;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
  zoneId = await createZone('example.com');
});
afterAll(() => box.stop());

async function createZone(name: string): Promise<string> {
  const { HostedZone } = await aws.route53.send(new CreateHostedZoneCommand({ Name: name, CallerReference: name }));
  return required(HostedZone?.Id, 'Id').replace('/hostedzone/', '');
}

function cname(name: string, value: string): RecordSet {
  return { name, type: 'CNAME', ttl: 300, values: [value], alias: null, setIdentifier: null };
}

/** Requests a certificate, publishes its record and waits until the sandbox has issued it. */
async function issued(domainName: string): Promise<Certificate> {
  const tags = { 'gatehouse:tenant': 'acme' };
  const arn = await requestCertificate(aws, { domainName, idempotencyToken: domainName.replace(/\W/g, ''), tags });
  const record = await vi.waitFor(
    async () => {
      const validation = (await describeCertificate(aws, arn))?.validations[0];
      return required(validation?.record ?? undefined, 'record');
    },
    { timeout: 30_000 },
  );
  await changeResourceRecordSets(aws, zoneId, [{ action: 'UPSERT', record: cname(record.name, record.value) }], 'test');
  return vi.waitFor(
    async () => {
      const certificate = await describeCertificate(aws, arn);
      if (certificate?.status !== 'ISSUED') throw new Error(`still ${certificate?.status}`);
      return certificate;
    },
    { timeout: 30_000 },
  );
}

describe('Route 53', () => {
  test('records: created, read alone and in lists, deleted as read', async () => {
    const text: RecordSet = {
      name: 'note.example.com',
      type: 'TXT',
      ttl: 60,
      values: ['"one"', '"two words"'],
      alias: null,
      setIdentifier: null,
    };
    const star = cname('*.wild.example.com', 'target.example.net');
    const { changeId } = await changeResourceRecordSets(
      aws,
      zoneId,
      [
        { action: 'CREATE', record: text },
        { action: 'UPSERT', record: star },
      ],
      'test',
    );
    expect(changeId).not.toContain('/');
    await vi.waitFor(async () => expect(await getChange(aws, changeId)).toBe('INSYNC'), { timeout: 30_000 });
    expect(await listResourceRecordSets(aws, zoneId, { name: 'note.example.com' })).toEqual([text]);
    const [read] = await listResourceRecordSets(aws, zoneId, { name: '*.wild.example.com.' });
    expect(read).toEqual(star);
    await changeResourceRecordSets(
      aws,
      zoneId,
      [
        { action: 'DELETE', record: star },
        { action: 'DELETE', record: text },
      ],
      'test',
    );
    expect(await listResourceRecordSets(aws, zoneId, { name: '*.wild.example.com' })).toEqual([]);
  });

  test('a zone of several pages is read whole, or as far as asked', async () => {
    const id = await createZone('big.example.net');
    const records = Array.from({ length: 640 }, (_, n) => cname(`n${n}.big.example.net`, 'target.example.net'));
    await changeResourceRecordSets(
      aws,
      id,
      records.slice(0, 320).map((record) => ({ action: 'CREATE' as const, record })),
      'test',
    );
    await changeResourceRecordSets(
      aws,
      id,
      records.slice(320).map((record) => ({ action: 'CREATE' as const, record })),
      'test',
    );
    expect(await listResourceRecordSets(aws, id)).toHaveLength(642);
    expect(await listResourceRecordSets(aws, id, { maxPages: 1 })).toHaveLength(300);
    expect(await listResourceRecordSets(aws, id, { name: 'n7.big.example.net' })).toHaveLength(1);
    const below = cname('_proof.n7.big.example.net', 'target.example.net');
    await changeResourceRecordSets(aws, id, [{ action: 'CREATE', record: below }], 'test');
    const some = ['n7', 'none', '_proof.n7', 'N639', '*', '_proof.none', 'n7-none'].map(
      (label) => `${label}.big.example.net`,
    );
    await box.admin('DELETE', 'calls');
    const found = await listRecordSetsAt(aws, id, ['big.example.net', ...some]);
    expect((await box.calls('ListResourceRecordSets')).length).toBeLessThan(7);
    expect(found.map(({ name, type }) => `${name.split('.')[0]} ${type}`).sort()).toEqual([
      '_proof CNAME',
      'big NS',
      'big SOA',
      'n639 CNAME',
      'n7 CNAME',
    ]);
    expect(await listRecordSetsAt(aws, id, [])).toEqual([]);
  });

  test('more than a hundred zones are all listed', async () => {
    await Promise.all(Array.from({ length: 105 }, (_, n) => createZone(`zone${n}.example.org`)));
    const zones = await listHostedZones(aws);
    expect(zones.filter((zone) => zone.name.endsWith('.example.org'))).toHaveLength(105);
    expect(zones.find((zone) => zone.id === zoneId)).toMatchObject({ name: 'example.com', private: false });
  });

  test('a record in the way is a conflict', async () => {
    await changeResourceRecordSets(
      aws,
      zoneId,
      [{ action: 'UPSERT', record: cname('taken.example.com', 'a.example.net') }],
      'test',
    );
    const a: RecordSet = {
      name: 'taken.example.com',
      type: 'A',
      ttl: 60,
      values: ['192.0.2.1'],
      alias: null,
      setIdentifier: null,
    };
    await expect(
      changeResourceRecordSets(aws, zoneId, [{ action: 'UPSERT', record: a }], 'test'),
    ).rejects.toMatchObject({
      kind: 'conflict',
      message: 'The zone already holds a record that excludes the new one.',
      awsCode: 'InvalidChangeBatch',
    });
  });
});

describe('ACM', () => {
  test('a certificate from its request to its end', async () => {
    const certificate = await issued('acm.example.com');
    expect(certificate).toMatchObject({
      domainName: 'acm.example.com',
      names: ['acm.example.com'],
      status: 'ISSUED',
      type: 'AMAZON_ISSUED',
      keyAlgorithm: 'RSA_2048',
      inUseBy: [],
      failureReason: null,
      tags: { 'gatehouse:tenant': 'acme' },
      validations: [
        {
          domainName: 'acm.example.com',
          method: 'DNS',
          status: 'SUCCESS',
          record: { type: 'CNAME', value: expect.stringMatching(/[^.]$/) },
        },
      ],
    });
    expect(Date.parse(certificate.notAfter ?? '')).toBeGreaterThan(Date.now());
    expect((await listCertificates(aws)).map((one) => one.arn)).toContain(certificate.arn);
    for (const names of [['acm.example.com'], ['other.example.com', 'acm.example.com']])
      expect(await findCertificates(aws, names)).toEqual([certificate]);
    expect(await findCertificates(aws, ['example.com', 'x.acm.example.com'])).toEqual([]);
    const wildcard = await issued('*.acm.example.com');
    expect((await findCertificates(aws, ['acm.example.com'])).map((one) => one.arn).sort()).toEqual(
      [certificate.arn, wildcard.arn].sort(),
    );
    await deleteCertificate(aws, wildcard.arn);
    await addTagsToCertificate(aws, certificate.arn, { 'gatehouse:tenant': 'other', note: 'x' });
    expect(await removeTagsFromCertificate(aws, certificate.arn, ['note', 'never'])).toBe(true);
    expect((await describeCertificate(aws, certificate.arn))?.tags).toEqual({ 'gatehouse:tenant': 'other' });
    expect(await deleteCertificate(aws, certificate.arn)).toBe(true);
    expect(await removeTagsFromCertificate(aws, certificate.arn, ['note'])).toBe(false);
    expect(await deleteCertificate(aws, certificate.arn)).toBe(false);
    expect(await describeCertificate(aws, certificate.arn)).toBeNull();
  });

  test('a certificate for several names, with another key', async () => {
    const arn = await requestCertificate(aws, {
      domainName: 'several.example.com',
      alternativeNames: ['*.several.example.com', 'other.example.com'],
      keyAlgorithm: 'EC_prime256v1',
      idempotencyToken: 'several',
      tags: { 'gatehouse:tenant': '' },
    });
    expect(await describeCertificate(aws, arn)).toMatchObject({
      domainName: 'several.example.com',
      names: ['*.several.example.com', 'other.example.com', 'several.example.com'],
      keyAlgorithm: 'EC_prime256v1',
      tags: { 'gatehouse:tenant': '' },
    });
    expect(await deleteCertificate(aws, arn)).toBe(true);
  });

  test('a certificate of somebody else, imported and then its successor in its place', async () => {
    const made = await makeTestCertificate({ names: ['own.example.org'] });
    const pems = { certificatePem: made.pem, privateKeyPem: made.keyPem, chainPem: '' };
    const arn = await importCertificate(aws, { ...pems, arn: null, tags: { 'gatehouse:tenant': 'acme' } });
    const before = await describeCertificate(aws, arn);
    expect(before).toMatchObject({ type: 'IMPORTED', status: 'ISSUED', names: ['own.example.org'], validations: [] });
    const notAfter = new Date(Date.now() + 300 * 86_400_000);
    const next = await makeTestCertificate({ names: ['own.example.org', 'more.example.org'], notAfter });
    const again = { certificatePem: next.pem, privateKeyPem: next.keyPem, chainPem: '', arn, tags: {} };
    expect(await importCertificate(aws, again)).toBe(arn);
    const after = await describeCertificate(aws, arn);
    expect(after).toMatchObject({
      names: ['more.example.org', 'own.example.org'],
      tags: { 'gatehouse:tenant': 'acme' },
    });
    await expect(
      importCertificate(aws, { ...pems, privateKeyPem: next.keyPem, arn: null, tags: {} }),
    ).rejects.toMatchObject({ kind: 'invalid' });
    // Whatever the door logs, no key is in it.
    expect(JSON.stringify(box.lines)).not.toContain('PRIVATE KEY');
    expect(JSON.stringify(box.lines)).not.toContain(next.keyPem.split('\n')[1]);
  });

  test('a name that ACM refuses is invalid, in its words', async () => {
    await expect(
      requestCertificate(aws, { domainName: 'not_a_name', idempotencyToken: 'bad', tags: {} }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      awsMessage: expect.any(String),
      requestId: expect.any(String),
    });
  });
});

describe('API Gateway', () => {
  test('API keys are listed without their values, and disabled', async () => {
    const { id = '' } = await aws.apiGateway.send(
      new CreateApiKeyCommand({ name: 'shop', enabled: true, tags: { 'gatehouse:tenant': 'acme' } }),
    );
    const key = { id, name: 'shop', enabled: true, tags: { 'gatehouse:tenant': 'acme' } };
    expect(await getApiKeys(aws)).toEqual([key]);
    expect(await updateApiKey(aws, { id, enabled: false })).toBe(true);
    expect(await getApiKeys(aws)).toEqual([{ ...key, enabled: false }]);
    expect(await updateApiKey(aws, { id: 'none000000', enabled: false })).toBe(false);
  });

  test('tags of what is not there', async () => {
    const arn = domainNameArn('us-east-1', 'none.example.com');
    await expect(tagResource(aws, arn, { a: 'b' })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await untagResource(aws, arn, ['a'])).toBe(false);
  });

  test('a REST API without stages', async () => {
    const { id } = await aws.apiGateway.send(
      new CreateRestApiCommand({ name: 'bare', endpointConfiguration: { types: ['REGIONAL'] } }),
    );
    expect(await getStages(aws, id ?? '')).toEqual([]);
    expect(await getRestApis(aws)).toContainEqual(
      expect.objectContaining({
        id,
        name: 'bare',
        description: null,
        endpointType: 'REGIONAL',
        executeApiDisabled: false,
        tags: {},
      }),
    );
  });

  test('a custom domain name and its mappings from creation to removal', async () => {
    const api = await gateway();
    const certificate = await issued('shop.example.com');
    const tags = { 'gatehouse:tenant': 'acme' };
    expect(await getDomainName(aws, 'shop.example.com')).toBeNull();
    const domain = await createDomainName(aws, { name: 'shop.example.com', certificateArn: certificate.arn, tags });
    expect(domain).toMatchObject({
      name: 'shop.example.com',
      status: 'AVAILABLE',
      certificateArn: certificate.arn,
      endpointType: 'REGIONAL',
      securityPolicy: 'TLS_1_2',
      targetName: expect.stringMatching(/^d-\w{10}\.execute-api\.us-east-1\.amazonaws\.com$/),
      targetZoneId: 'Z1UJRXOUMOOFQ8',
      tags,
    });
    const { endpointConfiguration } = await aws.apiGateway.send(new GetDomainNameCommand({ domainName: domain.name }));
    expect(endpointConfiguration?.ipAddressType).toBe('dualstack');
    expect(await getDomainName(aws, 'shop.example.com')).toEqual(domain);
    expect(await getDomainNames(aws)).toEqual([domain]);
    await expect(
      createDomainName(aws, { name: 'shop.example.com', certificateArn: certificate.arn, tags }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    await expect(deleteCertificate(aws, certificate.arn)).rejects.toMatchObject({ kind: 'in-use', retryable: true });

    const other = await issued('shop.example.com');
    expect(await updateDomainName(aws, { name: 'shop.example.com', certificateArn: other.arn })).toEqual({
      ...domain,
      certificateArn: other.arn,
    });
    await expect(updateDomainName(aws, { name: 'none.example.com', certificateArn: other.arn })).rejects.toMatchObject({
      kind: 'not-found',
    });

    const root = { domainName: 'shop.example.com', basePath: '', restApiId: api, stage: 'prod' };
    expect(await createBasePathMapping(aws, root)).toEqual(root);
    await createBasePathMapping(aws, { ...root, basePath: 'orders' });
    await expect(createBasePathMapping(aws, root)).rejects.toMatchObject({ kind: 'conflict', code: 'conflict' });
    await expect(createBasePathMapping(aws, { ...root, basePath: 'x', stage: 'nope' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect(await updateBasePathMapping(aws, { ...root, basePath: 'orders', stage: 'test' })).toMatchObject({
      stage: 'test',
    });
    const mappings = await getBasePathMappings(aws, 'shop.example.com');
    expect(mappings).toEqual(expect.arrayContaining([root, { ...root, basePath: 'orders', stage: 'test' }]));
    expect(await deleteBasePathMapping(aws, root)).toBe(true);
    expect(await deleteBasePathMapping(aws, root)).toBe(false);

    const alias: RecordSet = {
      name: 'shop.example.com',
      type: 'A',
      ttl: null,
      values: [],
      setIdentifier: null,
      alias: { dnsName: domain.targetName ?? '', zoneId: domain.targetZoneId ?? '' },
    };
    await changeResourceRecordSets(aws, zoneId, [{ action: 'UPSERT', record: alias }], 'test');
    expect(await listResourceRecordSets(aws, zoneId, { name: 'shop.example.com' })).toEqual([alias]);
    await changeResourceRecordSets(aws, zoneId, [{ action: 'DELETE', record: alias }], 'test');

    expect(await deleteDomainName(aws, 'shop.example.com')).toBe(true);
    expect(await deleteDomainName(aws, 'shop.example.com')).toBe(false);
    await expect(getBasePathMappings(aws, 'shop.example.com')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('resources come with methods and integrations', async () => {
    const api = await gateway();
    const resources = await getResources(aws, api);
    expect(resources.map((resource) => reshapeResource(api, resource))).toEqual([
      {
        restApiId: expect.any(String),
        id: expect.any(String),
        parentId: null,
        path: '/',
        methods: [
          {
            httpMethod: 'GET',
            authorizationType: 'NONE',
            apiKeyRequired: false,
            integration: {
              type: 'HTTP_PROXY',
              uri: 'http://127.0.0.1:9/',
              httpMethod: 'GET',
              connectionType: 'INTERNET',
              requestParameters: {},
              timeoutMs: 29_000,
            },
          },
        ],
      },
    ]);
  });
});

let made: Promise<string> | undefined;
/** A REST API with one route and the stages prod and test. */
function gateway(): Promise<string> {
  made ??= (async () => {
    const api = await aws.apiGateway.send(
      new CreateRestApiCommand({ name: 'shared', endpointConfiguration: { types: ['REGIONAL'] } }),
    );
    const ids = { restApiId: api.id, resourceId: api.rootResourceId, httpMethod: 'GET' };
    await aws.apiGateway.send(new PutMethodCommand({ ...ids, authorizationType: 'NONE' }));
    await aws.apiGateway.send(
      new PutIntegrationCommand({
        ...ids,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'http://127.0.0.1:9/',
      }),
    );
    for (const stageName of ['prod', 'test'])
      await aws.apiGateway.send(new CreateDeploymentCommand({ restApiId: api.id, stageName }));
    return api.id ?? '';
  })();
  return made;
}
