import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import {
  CreateDeploymentCommand,
  DeleteClientCertificateCommand,
  GenerateClientCertificateCommand,
  GetClientCertificateCommand,
  GetClientCertificatesCommand,
  GetTagsCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  TagResourceCommand,
  TestInvokeMethodCommand,
  UpdateClientCertificateCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClientCertificate } from '../../pki/client-certificate';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const generate = (description?: string) => sandbox.gateway.send(new GenerateClientCertificateCommand({ description }));
const remove = (clientCertificateId: string | undefined) =>
  sandbox.gateway.send(new DeleteClientCertificateCommand({ clientCertificateId }));
const unknown = { name: 'NotFoundException', message: 'Invalid Client Certificate identifier specified', status: 404 };

it('is a self-signed certificate of a year, whose key stays with the gateway', async () => {
  const made = await generate('to the back ends');
  expect(made).toMatchObject({ clientCertificateId: expect.stringMatching(/^[a-z0-9]{6}$/) });
  expect(Object.keys(made).sort()).toEqual(
    [
      '$metadata',
      'clientCertificateId',
      'createdDate',
      'description',
      'expirationDate',
      'pemEncodedCertificate',
    ].sort(),
  );
  const certificate = new X509Certificate(made.pemEncodedCertificate ?? '');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.subject.split('\n')).toEqual(['C=US', 'L=Seattle', 'CN=ApiGateway']);
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(new Date(certificate.validFrom)).toEqual(made.createdDate);
  expect(new Date(certificate.validTo)).toEqual(made.expirationDate);
  expect(Number(made.expirationDate) - Number(made.createdDate)).toBe(365 * 86_400_000);
});

it('is read, listed, described anew, tagged and deleted', async () => {
  const { clientCertificateId } = await generate('old');
  const arn = `arn:aws:apigateway:us-east-1::/clientcertificates/${clientCertificateId}`;
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateClientCertificateCommand({ clientCertificateId, patchOperations }));
  expect((await patch({ op: 'replace', path: '/description', value: 'new' })).description).toBe('new');
  expect(await refusalOf(patch({ op: 'replace', path: '/expirationDate', value: 'x' }))).toMatchObject({
    message: "Invalid patch path  '/expirationDate' specified for op 'replace'. Must be one of: [/description]",
  });
  await sandbox.gateway.send(new TagResourceCommand({ resourceArn: arn, tags: { team: 'one' } }));
  expect((await sandbox.gateway.send(new GetTagsCommand({ resourceArn: arn }))).tags).toEqual({ team: 'one' });
  const read = await sandbox.gateway.send(new GetClientCertificateCommand({ clientCertificateId }));
  expect(read).toMatchObject({ description: 'new', tags: { team: 'one' } });
  const listed = async () => (await sandbox.gateway.send(new GetClientCertificatesCommand({ limit: 500 }))).items ?? [];
  expect((await listed()).find((each) => each.clientCertificateId === clientCertificateId)).toMatchObject({
    description: 'new',
  });
  await remove(clientCertificateId);
  expect((await listed()).some((each) => each.clientCertificateId === clientCertificateId)).toBe(false);
  expect(await refusalOf(remove(clientCertificateId))).toMatchObject(unknown);
  expect(await refusalOf(sandbox.gateway.send(new GetClientCertificateCommand({ clientCertificateId })))).toEqual(
    unknown,
  );
  expect(await refusalOf(patch())).toEqual(unknown);
});

/** A back end over TLS that says whose certificate it was shown. */
async function startSecureBackEnd(): Promise<{ url: string; stop(): Promise<void> }> {
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 86_400_000) };
  const { certificatePem, privateKeyPem } = await createClientCertificate(validity);
  const server = createServer(
    { cert: certificatePem, key: privateKeyPem, requestCert: true, rejectUnauthorized: false },
    (message, response) => {
      const { subject, fingerprint256 } = (message.socket as TLSSocket).getPeerCertificate();
      response.end(JSON.stringify({ name: subject?.CN ?? null, fingerprint: fingerprint256 ?? null }));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  async function stop() {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}

it('a stage proves itself with it to back ends, and keeps it from being deleted', async () => {
  const backEnd = await startSecureBackEnd();
  const { restApiId, root } = await createTestApi(sandbox);
  const at = { restApiId, resourceId: root, httpMethod: 'GET' };
  await sandbox.gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  await sandbox.gateway.send(
    new PutIntegrationCommand({
      ...at,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: backEnd.url,
      tlsConfig: { insecureSkipVerification: true },
    }),
  );
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  const certificate = await generate();
  const use = (value: string) =>
    sandbox.gateway.send(
      new UpdateStageCommand({
        restApiId,
        stageName: 'prod',
        patchOperations: [{ op: 'replace', path: '/clientCertificateId', value }],
      }),
    );
  const shown = async () => {
    const host = `${restApiId}.execute-api.us-east-1.amazonaws.com`;
    const answer = await request(`http://127.0.0.1:${sandbox.ports.http}/prod`, { headers: { host } });
    return answer.body.json();
  };
  const nobody = { name: null, fingerprint: null };
  const gateway = {
    name: 'ApiGateway',
    fingerprint: new X509Certificate(certificate.pemEncodedCertificate ?? '').fingerprint256,
  };
  expect(await shown()).toEqual(nobody);
  expect(await refusalOf(use('nosuch'))).toMatchObject({ status: 400, message: unknown.message });
  expect((await use(certificate.clientCertificateId ?? '')).clientCertificateId).toBe(certificate.clientCertificateId);
  expect(await shown()).toEqual(gateway);
  expect(await refusalOf(remove(certificate.clientCertificateId))).toMatchObject({
    name: 'BadRequestException',
    message: expect.stringContaining(`${restApiId}:prod`),
  });
  expect(await use('')).not.toHaveProperty('clientCertificateId');
  expect(await shown()).toEqual(nobody);
  const test = (clientCertificateId?: string) =>
    sandbox.gateway.send(new TestInvokeMethodCommand({ ...at, clientCertificateId }));
  expect(JSON.parse((await test()).body ?? '')).toEqual(nobody);
  expect(JSON.parse((await test(certificate.clientCertificateId)).body ?? '')).toEqual(gateway);
  expect(await refusalOf(test('nosuch'))).toEqual(unknown);
  await remove(certificate.clientCertificateId);
  await backEnd.stop();
});
