import './reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { State } from '../state';
import { authorityKeysFromPem, authoritySigning, generateKeyPair, privateKeyToPem } from './key-pair';

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

/** The sandbox's certificate authority, able to sign. */
export interface Authority {
  certificate: x509.X509Certificate;
  keys: CryptoKeyPair;
  /** The authority's own certificate, for `curl --cacert` and the like. */
  caPem: string;
}

interface StoredAuthority {
  certificatePem: string;
  privateKeyPem: string;
}

const day = 24 * 60 * 60 * 1000;

/** The authority of this state; made on the first call, the same one ever after. */
export async function ensureAuthority(state: State): Promise<Authority> {
  const stored = read(state) ?? (await store(state, await createAuthority()));
  const certificate = new x509.X509Certificate(stored.certificatePem);
  return { certificate, keys: await authorityKeysFromPem(stored.privateKeyPem), caPem: stored.certificatePem };
}

function read(state: State): StoredAuthority | undefined {
  return state.get('meta', 'ca') as StoredAuthority | undefined;
}

/** Two starts at once must end with one authority: the first to commit wins. */
function store(state: State, created: StoredAuthority): Promise<StoredAuthority> {
  return state.write((tx) => {
    const winner = read(state);
    if (winner) return winner;
    tx.put('meta', 'ca', created);
    return created;
  });
}

async function createAuthority(): Promise<StoredAuthority> {
  const keys = await generateKeyPair('EC_prime256v1');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positiveSerial(),
    name: 'CN=Gatehouse Sandbox CA,O=Gatehouse Sandbox',
    notBefore: new Date(Date.now() - day),
    // The sandbox's clock can be moved forward by years; its authority should outlive that.
    notAfter: new Date(Date.now() + 30 * 365 * day),
    signingAlgorithm: authoritySigning,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, privateKeyPem: privateKeyToPem(keys.privateKey) };
}

/** 128 random bits, hexadecimal; the top bit is clear (RFC 5280 4.1.2.2: positive), the next one set (fixed length). */
export function positiveSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
