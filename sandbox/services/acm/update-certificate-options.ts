import type { UpdateCertificateOptionsCommandInput, UpdateCertificateOptionsCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { statusAt } from './certificate-view';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_UpdateCertificateOptions.html */
export function updateCertificateOptions(
  context: Context,
  { CertificateArn, Options = {} }: UpdateCertificateOptionsCommandInput,
): Promise<Answer<UpdateCertificateOptionsCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, CertificateArn);
    const { detail } = stored;
    if (detail.Type === 'IMPORTED') {
      const message = 'The UpdateCertificateOptions command is not permitted for imported certificates.';
      throw new Failure('InvalidStateException', message);
    }
    const status = statusAt(context.now, detail);
    if (status !== 'ISSUED') {
      const message = `Certificate ${detail.CertificateArn} is ${status}; its options can be updated once it is ISSUED.`;
      throw new Failure('InvalidStateException', message);
    }
    const { Export, ValidationMethod, CertificateTransparencyLoggingPreference: logging } = Options;
    if (Export !== undefined && Export !== detail.Options?.Export)
      throw new Failure(
        'ValidationException',
        'The export option can not be updated after the certificate is created.',
      );
    // What is issued here was validated by DNS; only e-mail can be migrated from, and only to DNS.
    if (ValidationMethod !== undefined) {
      const message = `The validation method can not be changed from DNS to ${ValidationMethod}.`;
      throw new Failure('ValidationException', message);
    }
    const options = { ...detail.Options, ...(logging ? { CertificateTransparencyLoggingPreference: logging } : {}) };
    const key = keyOf.certificate(context.scope, detail.CertificateArn);
    tx.put('certificates', key, { ...stored, detail: { ...detail, Options: options } });
    return {};
  });
}
