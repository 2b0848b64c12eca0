import { ListCertificatesCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateDocumentationPartCommand,
  CreateUsagePlanCommand,
  GetDocumentationPartsCommand,
  PutRestApiCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const ops = '[add, remove, move, test, replace, copy]';
const parts =
  '[RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, ' +
  'API, REQUEST_HEADER]';
const restApiId = 'nosuch';
const wrong = 'wrong' as never;

/** None of these APIs is there: the framework looks first. */
test.each<[string, () => Promise<unknown>, string]>([
  [
    'operations of a patch, counted from 1',
    () =>
      sandbox.gateway.send(
        new UpdateRestApiCommand({ restApiId, patchOperations: [{ op: 'add' }, { op: wrong }, { op: wrong }] }),
      ),
    `2 validation errors detected: Value 'wrong' at 'updateRestApiInput.patchOperations.2.member.op' failed to satisfy constraint: Member must satisfy enum value set: ${ops}; Value 'wrong' at 'updateRestApiInput.patchOperations.3.member.op' failed to satisfy constraint: Member must satisfy enum value set: ${ops}`,
  ],
  [
    'a member inside a structure',
    () =>
      sandbox.gateway.send(
        new CreateDocumentationPartCommand({ restApiId, location: { type: wrong }, properties: '{}' }),
      ),
    `1 validation error detected: Value 'wrong' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: ${parts}`,
  ],
  [
    'members of the query, by their bare names',
    () => sandbox.gateway.send(new GetDocumentationPartsCommand({ restApiId, type: wrong })),
    `1 validation error detected: Value 'wrong' at 'type' failed to satisfy constraint: Member must satisfy enum value set: ${parts}`,
  ],
  [
    'a mode beside a document',
    () => sandbox.gateway.send(new PutRestApiCommand({ restApiId, mode: wrong, body: Buffer.from('{}') })),
    "1 validation error detected: Value 'wrong' at 'mode' failed to satisfy constraint: Member must satisfy enum value set: [merge, overwrite]",
  ],
  [
    'together with what is missing',
    () => sandbox.gateway.send(new CreateUsagePlanCommand({ name: undefined, quota: { limit: 1, period: wrong } })),
    "2 validation errors detected: Value null at 'createUsagePlanInput.name' failed to satisfy constraint: Member must not be null; Value 'wrong' at 'createUsagePlanInput.quota.period' failed to satisfy constraint: Member must satisfy enum value set: [DAY, MONTH, WEEK]",
  ],
  [
    'members of ACM',
    () => sandbox.acm.send(new RequestCertificateCommand({ DomainName: 'x.org', Options: { Export: wrong } })),
    "1 validation error detected: Value 'wrong' at 'options.export' failed to satisfy constraint: Member must satisfy enum value set: [DISABLED, ENABLED]",
  ],
  [
    'lists as a whole',
    () => sandbox.acm.send(new ListCertificatesCommand({ Includes: { keyTypes: ['RSA_2048', wrong] } })),
    "1 validation error detected: Value '[RSA_2048, wrong]' at 'includes.keyTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [EC_prime256v1, EC_secp384r1, EC_secp521r1, RSA_1024, RSA_2048, RSA_3072, RSA_4096]]",
  ],
])('refuses unknown words: %s', async (_what, call, message) => {
  expect(await refusalOf(call())).toEqual({ name: 'ValidationException', message, status: 400 });
});
