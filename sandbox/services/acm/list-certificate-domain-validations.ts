import type {
  DomainValidation,
  DomainValidationSummary,
  ListCertificateDomainValidationsCommandInput,
  ListCertificateDomainValidationsCommandOutput,
  ValidationChallenge,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { certificateView } from './certificate-view';
import { findCertificate, isCertificateArn } from './find-certificate';
import { takePage } from './take-page';

const maxPage = 1000;

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificateDomainValidations.html */
export function listCertificateDomainValidations(
  context: Context,
  input: ListCertificateDomainValidationsCommandInput,
): Answer<ListCertificateDomainValidationsCommandOutput> {
  const { CertificateArn = '', MaxItems = maxPage, NextToken } = input;
  // The model of this operation has InvalidArgsException where the others have ValidationException.
  const refuse = (message: string) => new Failure('InvalidArgsException', message);
  if (MaxItems < 1 || MaxItems > maxPage) throw refuse(`MaxItems must be between 1 and ${maxPage}.`);
  if (!isCertificateArn(CertificateArn)) throw refuse(`Invalid ARN: ${CertificateArn}`);
  const { DomainValidationOptions = [] } = certificateView(context, findCertificate(context, CertificateArn));
  const { items, next } = takePage(DomainValidationOptions, { size: MaxItems, token: NextToken });
  return { DomainValidationSummaryList: items.map(toSummary), ...next };
}

function toSummary(option: DomainValidation): DomainValidationSummary {
  const challenge = challengeOf(option);
  return {
    DomainName: option.DomainName,
    ActiveValidationConfiguration: {
      ValidationMethod: option.ValidationMethod,
      ValidationStatus: option.ValidationStatus,
      ...(challenge ? { ValidationChallenge: challenge } : {}),
    },
  };
}

function challengeOf(option: DomainValidation): ValidationChallenge | undefined {
  const { ResourceRecord, ValidationEmails, ValidationDomain } = option;
  if (ResourceRecord) return { DnsValidationChallenge: { ResourceRecord } };
  return ValidationEmails && { EmailValidationChallenge: { ValidationEmails, ValidationDomain } };
}
