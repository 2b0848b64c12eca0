import { expect, it } from 'vitest';
import { type PemKind, readPemFile } from './read-pem-file';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const key = '-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----\n';
const request = '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n';
const der = new Uint8Array([0x30, 0x82, 0x00, 0x10, 0x02]);

it.each<[PemKind, string, string | Uint8Array, string | null]>([
  ['certificate', 'shop.crt', certificate, null],
  ['certificate', 'shop.pem', `\ufeff${certificate}`, null],
  ['chain', 'chain.pem', certificate + certificate, null],
  ['privateKey', 'shop.key', key, null],
  ['certificate', 'shop.key', key, 'shop.key holds a private key; it belongs into its own field only.'],
  ['chain', 'all.pem', certificate + key, 'all.pem holds a private key; it belongs into its own field only.'],
  ['privateKey', 'shop.crt', certificate, 'shop.crt holds a certificate. The private key belongs here.'],
  ['privateKey', 'all.pem', key + certificate, 'all.pem holds certificates, too; only the key belongs here.'],
  ['privateKey', 'photo.jpg', 'JFIF', 'photo.jpg holds no private key in PEM format.'],
  ['certificate', 'notes.txt', 'hello', 'notes.txt holds no certificate in PEM format.'],
  [
    'certificate',
    'shop.csr',
    request,
    'shop.csr is a request for a certificate (CSR), not the certificate that came of it.',
  ],
  ['certificate', 'shop.der', der, 'shop.der is binary. Convert it to PEM first: openssl x509 -inform der -in FILE.'],
  ['privateKey', 'shop.der', der, 'shop.der is binary. Convert it to PEM first: openssl pkey -inform der -in FILE.'],
  ['privateKey', 'shop.p12', der, 'shop.p12 is binary. Take it apart first: openssl pkcs12 -in FILE -nodes.'],
  ['chain', 'empty.pem', '', 'empty.pem is empty.'],
  ['chain', 'big.pem', 'x'.repeat(200_001), 'big.pem is larger than 200 kB, which no certificate or key is.'],
])('a file for %s: %s', (kind, name, content, refusal) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = readPemFile(kind, { name, bytes });
  expect(read.ok ? null : read.sentence).toBe(refusal);
  if (read.ok) expect(read.text).toMatch(/^-----BEGIN/);
  else expect(read.sentence).not.toContain('c2VjcmV0');
});
