import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '@/lib/inventory/model';
import { makeTestCertificate, type TestCertificate } from '@/sandbox/testing/test-certificate';
import { checkImport, type ImportText } from './check-import';

const now = new Date();
const day = 86_400_000;
const names = ['shop.example.org', '*.example.org'];
let root: TestCertificate;
let upper: TestCertificate;
let lower: TestCertificate;
let leaf: TestCertificate;
beforeAll(async () => {
  const authority = (title: string, signer?: TestCertificate) =>
    makeTestCertificate({ names: [], isAuthority: true, subject: `CN=${title}`, ...(signer ? { signer } : {}) });
  root = await authority('Test Root');
  upper = await authority('Upper CA', root);
  lower = await authority('Lower CA', upper);
  leaf = await makeTestCertificate({ names, signer: lower, purposes: ['1.3.6.1.5.5.7.3.1'] });
});

interface Around {
  trustAuthority?: boolean;
  replaces?: { certificate: Certificate; hostnames: string[] };
}

/** The sentences at the fields; empty when all is good. */
function faults(text: Partial<ImportText>, around: Around = {}) {
  const whole = { certificate: leaf.pem, privateKey: leaf.keyPem, chain: lower.pem + upper.pem, ...text };
  const roots = [new X509Certificate(root.pem)];
  const checked = checkImport(whole, { roots, trustAuthority: false, replaces: null, now, ...around });
  return checked.ok ? {} : checked.fields;
}

/** As when a part was not copied. */
const withoutLine = (pem: string) => pem.split('\n').toSpliced(3, 1).join('\n');

const imported = (more: Partial<Certificate> = {}): Certificate => ({
  arn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
  domainName: 'shop.example.org',
  names: ['shop.example.org'],
  status: 'ISSUED',
  failureReason: null,
  type: 'IMPORTED',
  keyAlgorithm: 'RSA_2048',
  inUseBy: [],
  renewalEligible: false,
  renewalStatus: null,
  createdAt: null,
  issuedAt: null,
  notBefore: null,
  notAfter: null,
  validations: [],
  tags: {},
  ...more,
});

describe('an own certificate', () => {
  it('is taken with its key and its chain in order, and told in facts', () => {
    const text = { certificate: leaf.pem, privateKey: leaf.keyPem, chain: `${lower.pem}\n${upper.pem}` };
    const roots = [new X509Certificate(root.pem)];
    const checked = checkImport(text, { roots, trustAuthority: false, replaces: null, now });
    expect(checked).toMatchObject({
      ok: true,
      found: { names: ['*.example.org', 'shop.example.org'], keyAlgorithm: 'RSA_2048' },
    });
    expect(JSON.stringify(checked)).not.toContain('PRIVATE KEY');
  });

  it('says what is wrong with the certificate', async () => {
    expect(faults({ certificate: 'nonsense' })).toEqual({
      certificate: 'This is no certificate in PEM format: it begins with -----BEGIN CERTIFICATE-----.',
    });
    expect(faults({ certificate: withoutLine(leaf.pem) }).certificate).toMatch(/can not be read/);
    expect(faults({ certificate: leaf.pem + lower.pem }).certificate).toMatch(/put the others into the chain/);
    expect(faults({ certificate: lower.pem }).certificate).toMatch(/Lower CA is the certificate of an authority/);
    const made = async (wish: Partial<Parameters<typeof makeTestCertificate>[0]>) => {
      const one = await makeTestCertificate({ names, signer: lower, ...wish });
      return faults({ certificate: one.pem, privateKey: one.keyPem }).certificate;
    };
    const past = { notBefore: new Date(now.getTime() - 9 * day), notAfter: new Date(now.getTime() - day) };
    expect(await made(past)).toMatch(/^It expired on/);
    expect(await made({ notBefore: new Date(now.getTime() + day) })).toMatch(/^It is not valid before/);
    expect(await made({ key: 'RSA_1024' })).toMatch(/Its key is RSA 1024; API Gateway takes RSA from 2048/);
    expect(await made({ purposes: ['1.3.6.1.5.5.7.3.2'] })).toMatch(/does not allow TLS servers/);
  });

  it('says what is wrong with the key, and nothing of it', async () => {
    const other = await makeTestCertificate({ names });
    expect(faults({ privateKey: other.keyPem })).toEqual({
      privateKey: 'This key does not belong to the certificate of *.example.org.',
    });
    expect(faults({ privateKey: leaf.pem }).privateKey).toMatch(/This is a certificate/);
    expect(faults({ privateKey: 'secret' }).privateKey).toMatch(/no private key in PEM format/);
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
    const locked = createPrivateKey(leaf.keyPem).export(options).toString();
    expect(faults({ privateKey: locked }).privateKey).toMatch(/has a passphrase/);
    const broken = withoutLine(leaf.keyPem);
    expect(faults({ privateKey: broken }).privateKey).toMatch(/can not be read/);
  });

  it('says what is wrong with the chain', async () => {
    expect(faults({ chain: '' }).chain).toBe(
      'The chain is missing: Lower CA has signed the certificate, so its certificate belongs here.',
    );
    expect(faults({ chain: upper.pem + lower.pem }).chain).toBe(
      'The chain is in the wrong order. The right one: Lower CA, then Upper CA.',
    );
    expect(faults({ chain: upper.pem }).chain).toMatch(/broken at its certificate 1: Lower CA has signed/);
    expect(faults({ chain: leaf.pem + lower.pem + upper.pem }).chain).toMatch(/Leave the certificate itself out/);
    expect(faults({ chain: lower.pem + upper.pem + root.pem }).chain).toMatch(/Leave out the last.*Test Root/);
    expect(faults({ chain: 'x' }).chain).toMatch(/no certificate in PEM format/);
    const curved = await makeTestCertificate({ names, key: 'EC_prime256v1', signer: lower });
    expect(faults({ certificate: curved.pem, privateKey: curved.keyPem }).chain).toMatch(/here EC, signed with RSA/);
  });

  it('needs a word where browsers do not know its authority', async () => {
    expect(faults({ chain: lower.pem })).toMatchObject({
      chain: expect.stringMatching(/ends before a root that browsers know: add the certificate of Upper CA/),
      trustAuthority: expect.any(String),
    });
    expect(faults({ chain: lower.pem }, { trustAuthority: true })).toEqual({});
    const alone = await makeTestCertificate({ names });
    const text = { certificate: alone.pem, privateKey: alone.keyPem, chain: '' };
    expect(faults(text).chain).toMatch(/signed itself/);
    expect(faults(text, { trustAuthority: true })).toEqual({});
  });

  it('takes the place only of what it can take the place of', () => {
    const replaces = (more: Partial<Certificate>, hostnames: string[] = []) =>
      faults({}, { replaces: { certificate: imported(more), hostnames } }).certificate;
    expect(replaces({}, ['shop.example.org', '*.example.org'])).toBeUndefined();
    expect(replaces({ keyAlgorithm: 'EC_prime256v1' })).toMatch(/RSA 2048, that of the one it replaces EC prime256v1/);
    expect(replaces({}, ['shop.example.com'])).toMatch(/does not cover shop.example.com/);
    expect(replaces({ names: ['other.example'] })).toMatch(/none of the names/);
    expect(replaces({ type: 'AMAZON_ISSUED' })).toMatch(/Only an imported/);
  });
});
