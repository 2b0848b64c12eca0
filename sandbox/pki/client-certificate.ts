import './reflect-metadata';
import * as x509 from '@peculiar/x509';
import { positiveSerial } from './authority';
import { generateKeyPair, privateKeyToPem } from './key-pair';

/**
 * A self-signed RSA certificate with the subject that API Gateway gives its client certificates. X.509 counts whole seconds,
 * so pass dates cut to them.
 */
export async function createClientCertificate(validity: {
  notBefore: Date;
  notAfter: Date;
}): Promise<{ certificatePem: string; privateKeyPem: string }> {
  const keys = await generateKeyPair('RSA_2048');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positiveSerial(),
    name: 'C=US,L=Seattle,CN=ApiGateway',
    ...validity,
    signingAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    keys,
    extensions: [await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  return { certificatePem: certificate.toString('pem'), privateKeyPem: privateKeyToPem(keys.privateKey) };
}
