import { createPrivateKey } from 'node:crypto';
import { connect } from 'node:tls';
import {
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  GetCertificateCommand,
  ImportCertificateCommand,
  type ImportCertificateCommandInput,
  ListCertificatesCommand,
  ListTagsForCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { CreateDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { makeTestCertificate, type TestCertificate } from '../../testing/test-certificate';

const authority = (more: object = {}) =>
  makeTestCertificate({ names: [], isAuthority: true, subject: 'CN=Example Root, O=Example Company, C=US', ...more });

let sandbox: TestSandbox;
let root: TestCertificate;
let intermediate: TestCertificate;
let leaf: TestCertificate;
let own: TestCertificate;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  root = await authority();
  intermediate = await authority({ subject: 'CN=Example CA 1, O=Example Company', signer: root });
  leaf = await makeTestCertificate({
    names: ['shop.example.com', 'www.shop.example.com'],
    signer: intermediate,
    purposes: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'],
  });
  own = await makeTestCertificate({ names: ['own.example.com'] });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.admin('POST', 'reset', { seed: false }));

const bytes = (text: string) => Buffer.from(text);
const inputOf = ({ pem, keyPem }: TestCertificate, ...chain: TestCertificate[]): ImportCertificateCommandInput => ({
  Certificate: bytes(pem),
  PrivateKey: bytes(keyPem),
  ...(chain.length > 0 ? { CertificateChain: bytes(chain.map((link) => link.pem).join('\n')) } : {}),
});
const imported = async (input: ImportCertificateCommandInput) =>
  (await sandbox.acm.send(new ImportCertificateCommand(input))).CertificateArn ?? '';
const describeIt = async (CertificateArn: string) =>
  (await sandbox.acm.send(new DescribeCertificateCommand({ CertificateArn }))).Certificate;

test('an imported certificate is issued at once, and described by what it says', async () => {
  const arn = await imported({ ...inputOf(leaf, intermediate, root), Tags: [{ Key: 'from', Value: 'elsewhere' }] });
  expect(arn).toMatch(/^arn:aws:acm:us-east-1:123456789012:certificate\/[0-9a-f-]{36}$/);
  const detail = await describeIt(arn);
  expect(detail).toEqual({
    CertificateArn: arn,
    DomainName: 'shop.example.com',
    SubjectAlternativeNames: ['shop.example.com', 'www.shop.example.com'],
    Serial: '0a:0b:0c:0d',
    Subject: 'CN=shop.example.com',
    Issuer: 'Example Company',
    CreatedAt: expect.any(Date),
    ImportedAt: expect.any(Date),
    Status: 'ISSUED',
    NotBefore: leaf.certificate.notBefore,
    NotAfter: leaf.certificate.notAfter,
    KeyAlgorithm: 'RSA-2048',
    SignatureAlgorithm: 'SHA256WITHRSA',
    InUseBy: [],
    Type: 'IMPORTED',
    KeyUsages: [{ Name: 'DIGITAL_SIGNATURE' }, { Name: 'KEY_ENCIPHERMENT' }],
    ExtendedKeyUsages: [
      { Name: 'TLS_WEB_SERVER_AUTHENTICATION', OID: '1.3.6.1.5.5.7.3.1' },
      { Name: 'CUSTOM', OID: '1.2.3.4' },
    ],
    RenewalEligibility: 'INELIGIBLE',
    Options: { CertificateTransparencyLoggingPreference: 'DISABLED', Export: 'DISABLED' },
    CertificateKeyPairOrigin: 'CUSTOMER_PROVIDED',
  });
  const got = await sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn }));
  expect(got.Certificate?.trim()).toBe(leaf.pem.trim());
  expect(got.CertificateChain?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  const { Tags } = await sandbox.acm.send(new ListTagsForCertificateCommand({ CertificateArn: arn }));
  expect(Tags).toEqual([{ Key: 'from', Value: 'elsewhere' }]);
  const { CertificateSummaryList: list } = await sandbox.acm.send(new ListCertificatesCommand({}));
  expect(list).toMatchObject([{ CertificateArn: arn, Type: 'IMPORTED', ImportedAt: detail?.ImportedAt }]);
});

test.each([
  ['RSA_1024', 'RSA-1024', 'SHA256WITHRSA'],
  ['EC_prime256v1', 'EC_prime256v1', 'SHA256WITHECDSA'],
  ['EC_secp384r1', 'EC_secp384r1', 'SHA256WITHECDSA'],
  ['EC_secp521r1', 'EC_secp521r1', 'SHA256WITHECDSA'],
] as const)(
  'takes %s keys, of certificates signed by themselves too',
  async (key, KeyAlgorithm, SignatureAlgorithm) => {
    const arn = await imported(inputOf(await makeTestCertificate({ names: ['self.example.com'], key })));
    expect(await describeIt(arn)).toMatchObject({ KeyAlgorithm, SignatureAlgorithm, Issuer: 'self.example.com' });
    expect(await sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn }))).not.toHaveProperty(
      'CertificateChain',
    );
  },
);

test('the data plane presents an imported certificate with its chain, and the new one after a re-import', async () => {
  const arn = await imported(inputOf(leaf, intermediate));
  const name = 'shop.example.com';
  await sandbox.gateway.send(
    new CreateDomainNameCommand({
      domainName: name,
      regionalCertificateArn: arn,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    }),
  );
  expect(await presented(name)).toEqual({ authorized: true, fingerprint: await fingerprint(leaf) });
  const next = await makeTestCertificate({
    names: [name],
    signer: intermediate,
    purposes: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'],
  });
  expect(await imported({ CertificateArn: arn, ...inputOf(next, intermediate) })).toBe(arn);
  expect(await presented(name)).toEqual({ authorized: true, fingerprint: await fingerprint(next) });
  expect(await describeIt(arn)).toMatchObject({
    InUseBy: [expect.stringContaining('loadbalancer')],
    RenewalEligibility: 'INELIGIBLE',
  });
  expect(await refusalOf(sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn: arn })))).toMatchObject({
    name: 'ResourceInUseException',
  });
});

async function fingerprint({ certificate }: TestCertificate): Promise<string> {
  return Buffer.from(await certificate.getThumbprint('SHA-256')).toString('hex');
}

function presented(servername: string): Promise<{ authorized: boolean; fingerprint: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: sandbox.ports.https, host: '127.0.0.1', servername, ca: root.pem }, () => {
      const hash = socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();
      resolve({ authorized: socket.authorized, fingerprint: hash });
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

const refused = (input: ImportCertificateCommandInput) => refusalOf(imported(input));
const chainBroken = (index: number) =>
  'Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, ' +
  `followed by any intermediaries in order. The index within the chain of the invalid certificate is: ${index}`;

test.each([
  ['no PEM', () => ({ ...inputOf(own), Certificate: bytes('text') }), /not in a valid PEM format$/],
  [
    'no certificate in the PEM',
    () => ({ ...inputOf(own), Certificate: bytes('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n') }),
    /^Unable to parse certificate\. Please ensure the certificate is in PEM format\.$/,
  ],
  [
    'a bundle',
    () => ({ ...inputOf(leaf), Certificate: bytes(leaf.pem + intermediate.pem) }),
    /^The certificate field contains more than one certificate\. You can specify only one certificate in this field\.$/,
  ],
  [
    'a certificate for a key',
    () => ({ ...inputOf(own), PrivateKey: bytes(own.pem) }),
    /^Passed PEM was not a private key/,
  ],
  ['text for a key', () => ({ ...inputOf(own), PrivateKey: bytes('text') }), /^The private key is not supported\.$/],
  [
    'an encrypted key',
    () => ({ ...inputOf(own), PrivateKey: bytes(encrypted(own)) }),
    /^The private key is not supported\.$/,
  ],
  ['the key of another', () => ({ ...inputOf(own), PrivateKey: bytes(leaf.keyPem) }), /do not match\.$/],
  ['no chain', () => inputOf(leaf), /^Provided certificate is not a valid self signed\./],
  [
    'the chain of another',
    () => inputOf(leaf, root),
    /^Could not validate the certificate with the certificate chain\.$/,
  ],
  ['the leaf in the chain', () => inputOf(leaf, leaf, intermediate), chainBroken(0)],
  ['a chain with a gap', () => inputOf(leaf, intermediate, own), chainBroken(1)],
  [
    'a long key',
    () => ({ ...inputOf(own), PrivateKey: bytes('x'.repeat(5121)) }),
    "1 validation error detected: Value at 'privateKey' failed to satisfy constraint: Member must have length less than or equal to 5120",
  ],
] as const)('refuses %s', async (_case, input, message) => {
  const refusal = await refused(input());
  expect(refusal).toMatchObject({ name: 'ValidationException', status: 400 });
  if (typeof message === 'string') expect(refusal.message).toBe(message);
  else expect(refusal.message).toMatch(message);
});

function encrypted({ keyPem }: TestCertificate): string {
  const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
  return createPrivateKey(keyPem).export(options).toString();
}

test('refuses what is over, what is not yet, keys of odd sizes, and authorities with other keys', async () => {
  const day = 86_400_000;
  const now = Date.now();
  const names = ['date.example.com'];
  const over = { names, notBefore: new Date(now - 9 * day), notAfter: new Date(now - day) };
  expect(await refused(inputOf(await makeTestCertificate(over)))).toMatchObject({
    message: 'The certificate has expired, is not valid.',
  });
  const early = await makeTestCertificate({ names, notBefore: new Date(now + day) });
  expect(await refused(inputOf(early))).toMatchObject({
    message: 'The certificate is not in effect yet, is not valid.',
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 2 * day });
  await imported(inputOf(early));
  expect(await refused(inputOf(await makeTestCertificate({ names, key: 'RSA_1536' })))).toMatchObject({
    message: 'The private key length 1536 is not supported for key algorithm.',
  });
  const ofOtherKind = await makeTestCertificate({ names, key: 'EC_prime256v1', signer: intermediate });
  expect(await refused(inputOf(ofOtherKind, intermediate))).toMatchObject({
    message: expect.stringContaining('must match the algorithm of the signing CA'),
  });
});

test('a re-import keeps tags and date of creation, takes no tags, and no less than before', async () => {
  const input = inputOf(leaf, intermediate);
  const CertificateArn = await imported({ ...input, Tags: [{ Key: 'a', Value: '1' }] });
  const before = await describeIt(CertificateArn);
  await sandbox.admin('POST', 'clock', { advanceMs: 3_600_000 });
  await imported({ ...input, CertificateArn });
  const after = await describeIt(CertificateArn);
  expect(after?.CreatedAt).toEqual(before?.CreatedAt);
  expect(after?.ImportedAt?.getTime()).toBeGreaterThan((before?.ImportedAt?.getTime() ?? 0) + 3_500_000);
  const { Tags } = await sandbox.acm.send(new ListTagsForCertificateCommand({ CertificateArn }));
  expect(Tags).toEqual([{ Key: 'a', Value: '1' }]);

  const again = async (input: ImportCertificateCommandInput) => (await refused({ ...input, CertificateArn })).message;
  expect(await again({ ...input, Tags: [{ Key: 'b', Value: '2' }] })).toBe('Tagging is not permitted on re-import.');
  expect(await again(inputOf(own))).toContain('All domain names');
  const narrower = await makeTestCertificate({ names: ['shop.example.com'], signer: intermediate });
  expect(await again(inputOf(narrower, intermediate))).toContain('KeyUsages');
  expect(await again(inputOf(await makeTestCertificate({ names: ['shop.example.com'], key: 'RSA_1024' })))).toContain(
    'The key type and size',
  );
  expect((await describeIt(CertificateArn))?.Serial).toBe(before?.Serial);
});

test('only an imported certificate that is there is re-imported', async () => {
  const requested = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName: 'own.example.com', ValidationMethod: 'DNS' }),
  );
  const CertificateArn = requested.CertificateArn ?? '';
  expect(await refused({ ...inputOf(own), CertificateArn })).toMatchObject({ name: 'ValidationException' });
  expect(await refused({ ...inputOf(own), CertificateArn: `${CertificateArn.slice(0, -4)}0000` })).toMatchObject({
    name: 'ResourceNotFoundException',
  });
  expect(await refused({ ...inputOf(own), CertificateArn: 'nonsense' })).toMatchObject({ name: 'InvalidArnException' });
});

test('an imported certificate expires, and nothing renews it', async () => {
  const arn = await imported(inputOf(own));
  await sandbox.admin('POST', 'clock', { advanceMs: 90 * 86_400_000 });
  expect(await describeIt(arn)).toMatchObject({ Status: 'EXPIRED', RenewalEligibility: 'INELIGIBLE' });
});
