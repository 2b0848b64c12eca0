import type { ResendValidationEmailCommandInput, ResendValidationEmailCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { isSuperdomain, validationEmails } from './validation-emails';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ResendValidationEmail.html */
export function resendValidationEmail(
  context: Context,
  input: ResendValidationEmailCommandInput,
): Promise<Answer<ResendValidationEmailCommandOutput>> {
  const { CertificateArn, Domain = '', ValidationDomain = '' } = input;
  return context.state.write((tx) => {
    const stored = findCertificate(context, CertificateArn);
    const { detail } = stored;
    const options = detail.DomainValidationOptions ?? [];
    const option = options.find(({ DomainName }) => DomainName === Domain.toLowerCase());
    if (!options.some(({ ValidationMethod }) => ValidationMethod === 'EMAIL')) {
      const message = `Certificate ${detail.CertificateArn} is not validated by email.`;
      throw new Failure('InvalidStateException', message);
    }
    if (detail.Status !== 'PENDING_VALIDATION') {
      const message = `Certificate ${detail.CertificateArn} is ${detail.Status}, not PENDING_VALIDATION.`;
      throw new Failure('InvalidStateException', message);
    }
    if (!option) {
      const message = `${Domain} is not a domain of the certificate ${detail.CertificateArn}.`;
      throw new Failure('InvalidDomainValidationOptionsException', message);
    }
    if (!isSuperdomain(ValidationDomain, Domain)) {
      const message = `${ValidationDomain} is not the domain ${Domain} or a superdomain of it.`;
      throw new Failure('InvalidDomainValidationOptionsException', message);
    }
    const resent = { ...option, ValidationDomain, ValidationEmails: validationEmails(ValidationDomain) };
    const DomainValidationOptions = options.map((each) => (each === option ? resent : each));
    const key = keyOf.certificate(context.scope, detail.CertificateArn);
    tx.put('certificates', key, { ...stored, detail: { ...detail, DomainValidationOptions } });
    return {};
  });
}
