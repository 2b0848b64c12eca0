import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { State } from '../state';
import { type Authority, ensureAuthority } from './authority';
import { issueCertificate } from './issue-certificate';

/** Not everybody has it; who does gets one more test. */
const openssl = 'openssl';
const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-pki-'));
const state = State.open(path.join(directory, 'state'));
const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 86_400_000) };
let authority: Authority;

beforeAll(async () => {
  authority = await ensureAuthority(state);
});

afterAll(async () => {
  await state.close();
  rmSync(directory, { recursive: true });
});

describe('the sandbox authority', () => {
  it('is made once and kept', async () => {
    expect((await ensureAuthority(state)).caPem).toBe(authority.caPem);
  });

  it('is one authority when two starts race', async () => {
    const other = State.open(path.join(directory, 'race'));
    const [one, two] = await Promise.all([ensureAuthority(other), ensureAuthority(other)]);
    expect(one.caPem).toBe(two.caPem);
    await other.close();
  });

  it.each(['EC_prime256v1', 'EC_secp384r1', 'RSA_2048'] as const)(
    'issues %s leaves that node accepts',
    async (keyAlgorithm) => {
      const issued = await issueCertificate(authority, ['shop.example.com', '*.shop.example.com'], {
        ...validity,
        keyAlgorithm,
      });
      const leaf = new X509Certificate(issued.chainPem);
      const ca = new X509Certificate(authority.caPem);
      expect(leaf.verify(ca.publicKey)).toBe(true);
      expect(leaf.checkIssued(ca)).toBe(true);
      expect(leaf.checkPrivateKey(createPrivateKey(issued.privateKeyPem))).toBe(true);
      expect(leaf.serialNumber.toLowerCase()).toBe(issued.serial.replaceAll(':', ''));
      expect(new Date(leaf.validTo)).toEqual(issued.notAfter);
      const peer = { subjectaltname: leaf.subjectAltName, subject: { CN: 'shop.example.com' } } as PeerCertificate;
      expect(checkServerIdentity('a.shop.example.com', peer)).toBeUndefined();
      expect(checkServerIdentity('other.example.com', peer)).toBeInstanceOf(Error);
    },
  );

  it.runIf(hasOpenssl())('issues chains that openssl verifies strictly', async () => {
    const issued = await issueCertificate(authority, ['shop.example.com'], validity);
    const caFile = path.join(directory, 'ca.pem');
    const leafFile = path.join(directory, 'leaf.pem');
    writeFileSync(caFile, authority.caPem);
    writeFileSync(leafFile, issued.chainPem);
    const verdict = execFileSync(openssl, [
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      '-CAfile',
      caFile,
      leafFile,
    ]);
    expect(verdict.toString()).toContain('OK');
  });
});

function hasOpenssl(): boolean {
  return spawnSync(openssl, ['version']).status === 0;
}
