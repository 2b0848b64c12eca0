import { createPrivateKey } from 'node:crypto';
import type { ExportCertificateCommandInput, ExportCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure, validationFailure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { getCertificate } from './get-certificate';
import { refuseUnissued } from './refuse-unissued';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ExportCertificate.html: only what was requested as exportable. */
export function exportCertificate(
  context: Context,
  { CertificateArn, Passphrase }: ExportCertificateCommandInput,
): Promise<Answer<ExportCertificateCommandOutput>> {
  const passphrase = readPassphrase(Passphrase);
  return context.state.write((tx) => {
    const stored = findCertificate(context, CertificateArn);
    const arn = stored.detail.CertificateArn;
    if (stored.detail.Options?.Export !== 'ENABLED')
      throw new Failure('ValidationException', `Certificate ARN: ${arn} is not a private certificate`);
    refuseUnissued(context, stored);
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
    const PrivateKey = createPrivateKey(stored.privateKeyPem ?? '')
      .export(options)
      .toString();
    tx.put('certificates', keyOf.certificate(context.scope, arn), { ...stored, exportedAt: context.now });
    return { ...getCertificate(context, { CertificateArn }), PrivateKey };
  });
}

/** A secret, so no refusal prints it. */
function readPassphrase(bytes: Uint8Array = new Uint8Array()): Buffer {
  const passphrase = Buffer.from(bytes);
  const refuse = (constraint: string) => {
    throw validationFailure([`Value at 'passphrase' failed to satisfy constraint: ${constraint}`]);
  };
  if (passphrase.length < 4) refuse('Member must have length greater than or equal to 4');
  if (passphrase.length > 128) refuse('Member must have length less than or equal to 128');
  if (/[#$%]/.test(passphrase.toString('latin1'))) refuse('Member must not contain #, $ or %');
  return passphrase;
}
