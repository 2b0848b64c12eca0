import { randomUUID } from 'node:crypto';
import type {
  DomainValidation,
  RequestCertificateCommandInput,
  RequestCertificateCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { certificateNames } from './certificate-names';
import { countCertificate, refuseOverQuota } from './certificate-quotas';
import { mergeTags } from './certificate-tags';
import { tokenViolations } from './idempotency-token';
import { asAnswered } from './key-algorithm';
import { isSuperdomain, validationEmails } from './validation-emails';
import { validationRecord } from './validation-record';

const keyAlgorithms = ['RSA_2048', 'EC_prime256v1', 'EC_secp384r1'];
const idempotentForMs = 3_600_000;

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
export function requestCertificate(
  context: Context,
  input: RequestCertificateCommandInput,
): Promise<Answer<RequestCertificateCommandOutput>> {
  refuseMalformed(input);
  const domainName = input.DomainName ?? '';
  const names = certificateNames(domainName, input.SubjectAlternativeNames, context.dials.maxCertificateNames);
  const tags = mergeTags([], input.Tags ?? []);
  return context.state.write((tx) => {
    const earlier = findRepeated(context, input, names);
    if (earlier) return { CertificateArn: earlier.detail.CertificateArn };
    refuseOverQuota(context, 'requested');
    countCertificate(context, tx, 'requested');
    const arn = `arn:aws:acm:${context.region}:${context.account}:certificate/${randomUUID()}`;
    tx.put('certificates', keyOf.certificate(context.scope, arn), {
      detail: {
        CertificateArn: arn,
        DomainName: domainName.toLowerCase(),
        SubjectAlternativeNames: names,
        DomainValidationOptions: names.map((name) => validationOption(context, input, name)),
        Subject: `CN=${domainName.toLowerCase()}`,
        Issuer: 'Amazon',
        CreatedAt: new Date(context.now),
        Status: 'PENDING_VALIDATION',
        KeyAlgorithm: asAnswered(input.KeyAlgorithm ?? 'RSA_2048'),
        SignatureAlgorithm: 'SHA256WITHRSA',
        InUseBy: [],
        Type: 'AMAZON_ISSUED',
        KeyUsages: [],
        ExtendedKeyUsages: [],
        RenewalEligibility: 'INELIGIBLE',
        Options: { CertificateTransparencyLoggingPreference: 'ENABLED', Export: 'DISABLED', ...input.Options },
      },
      tags,
      requestedAt: context.now,
    });
    if (input.IdempotencyToken) noteToken(context, tx, input.IdempotencyToken, arn);
    return { CertificateArn: arn };
  });
}

function refuseMalformed({ IdempotencyToken, KeyAlgorithm, ValidationMethod }: RequestCertificateCommandInput): void {
  const violations = IdempotencyToken === undefined ? [] : tokenViolations(IdempotencyToken);
  if (KeyAlgorithm !== undefined && !keyAlgorithms.includes(KeyAlgorithm)) {
    violations.push(
      violation(KeyAlgorithm, 'keyAlgorithm', `Member must satisfy enum value set: [${keyAlgorithms.join(', ')}]`),
    );
  }
  if (violations.length > 0) throw validationFailure(violations);
  if (ValidationMethod === 'HTTP')
    throw new Failure('InvalidParameterException', 'HTTP validation is only for certificates managed by CloudFront.');
}

function noteToken({ state, scope }: Context, tx: Transaction, token: string, arn: string): void {
  const key = keyOf.certificateToken(scope, token);
  const alive = (state.get('certificateTokens', key) ?? []).filter((each) =>
    state.get('certificates', keyOf.certificate(scope, each)),
  );
  tx.put('certificateTokens', key, [...alive, arn]);
}

/** The same token with the same parameters within an hour means the same certificate. */
function findRepeated(
  context: Context,
  input: RequestCertificateCommandInput,
  names: string[],
): StoredCertificate | undefined {
  if (!input.IdempotencyToken) return undefined;
  const { state, scope, now } = context;
  const arns = state.get('certificateTokens', keyOf.certificateToken(scope, input.IdempotencyToken)) ?? [];
  return arns
    .flatMap((arn) => state.get('certificates', keyOf.certificate(scope, arn)) ?? [])
    .find(
      ({ requestedAt, detail }) =>
        now - requestedAt < idempotentForMs &&
        detail.DomainName === input.DomainName?.toLowerCase() &&
        detail.SubjectAlternativeNames?.join() === names.join(),
    );
}

function validationOption(context: Context, input: RequestCertificateCommandInput, name: string): DomainValidation {
  const wanted = input.DomainValidationOptions?.find((option) => option.DomainName === name)?.ValidationDomain;
  if (wanted !== undefined && !isSuperdomain(wanted, name)) {
    throw new Failure(
      'InvalidDomainValidationOptionsException',
      `${wanted} is not the domain ${name} or a superdomain of it.`,
    );
  }
  const common = {
    DomainName: name,
    ValidationDomain: wanted ?? name,
    ValidationStatus: 'PENDING_VALIDATION' as const,
  };
  return input.ValidationMethod === 'DNS'
    ? { ...common, ValidationMethod: 'DNS', ResourceRecord: validationRecord(context.account, name) }
    : {
        ...common,
        ValidationMethod: 'EMAIL',
        ValidationEmails: validationEmails(wanted ?? name.replace(/^\*\./, '')),
      };
}
