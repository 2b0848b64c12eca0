/** Longer than the longest chain that ACM takes. */
const maxBytes = 200_000;

export type PemKind = 'certificate' | 'privateKey' | 'chain';

export type PemFile = { ok: true; text: string } | { ok: false; sentence: string };

/**
 * The text of a file that was chosen for a field of the import, or one sentence why it can't go there. Works in the browser; nothing of what is in the
 * file is in the sentence. Pure.
 */
export function readPemFile(kind: PemKind, { name, bytes }: { name: string; bytes: Uint8Array }): PemFile {
  const refuse = (sentence: string): PemFile => ({ ok: false, sentence });
  if (bytes.length === 0) return refuse(`${name} is empty.`);
  if (bytes.length > maxBytes) return refuse(`${name} is larger than 200 kB, which no certificate or key is.`);
  // In DER a certificate, a key and a PKCS #12 file begin with the same byte, a sequence.
  if (bytes[0] === 0x30 && bytes.includes(0)) return refuse(`${name} is binary. ${conversion(kind, name)}`);
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  const holdsKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  const holdsCertificate = text.includes('-----BEGIN CERTIFICATE-----');
  if (kind === 'privateKey') {
    if (holdsKey && holdsCertificate) return refuse(`${name} holds certificates, too; only the key belongs here.`);
    if (holdsCertificate) return refuse(`${name} holds a certificate. The private key belongs here.`);
    return holdsKey ? { ok: true, text } : refuse(`${name} holds no private key in PEM format.`);
  }
  if (holdsKey) return refuse(`${name} holds a private key; it belongs into its own field only.`);
  if (text.includes('-----BEGIN CERTIFICATE REQUEST-----') && !holdsCertificate)
    return refuse(`${name} is a request for a certificate (CSR), not the certificate that came of it.`);
  return holdsCertificate ? { ok: true, text } : refuse(`${name} holds no certificate in PEM format.`);
}

function conversion(kind: PemKind, name: string): string {
  if (/\.(p12|pfx)$/i.test(name)) return 'Take it apart first: openssl pkcs12 -in FILE -nodes.';
  const what = kind === 'privateKey' ? 'pkey' : 'x509';
  return `Convert it to PEM first: openssl ${what} -inform der -in FILE.`;
}
