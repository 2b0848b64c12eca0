import type {
  CertificateDetail,
  CertificateSummary,
  ListCertificatesCommandInput,
  ListCertificatesCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { certificateView } from './certificate-view';

const defaultPage = 1000;
/** Without a filter, certificates with other keys stay hidden (facts 2.3). */
const defaultKeyTypes = ['RSA_1024', 'RSA_2048'];

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html */
export function listCertificates(
  context: Context,
  input: ListCertificatesCommandInput,
): Answer<ListCertificatesCommandOutput> {
  const { MaxItems = defaultPage, NextToken, CertificateStatuses, Includes = {}, SortBy, SortOrder } = input;
  if (MaxItems < 1 || MaxItems > 1000) {
    const bound = MaxItems < 1 ? 'greater than or equal to 1' : 'less than or equal to 1000';
    throw validationFailure([violation(MaxItems, 'maxItems', `Member must have value ${bound}`)]);
  }
  if ((SortBy === undefined) !== (SortOrder === undefined)) {
    throw new Failure('ValidationException', 'SortBy and SortOrder must be specified together.');
  }
  const keyTypes: string[] = Includes.keyTypes?.length ? Includes.keyTypes : defaultKeyTypes;
  const found = context.state
    .list('certificates', keyOf.certificate(context.scope))
    .map((stored) => certificateView(context, stored))
    .filter((detail) => !CertificateStatuses?.length || CertificateStatuses.includes(detail.Status ?? 'FAILED'))
    .filter((detail) => keyTypes.includes(detail.KeyAlgorithm?.replace('-', '_') ?? ''))
    .filter((detail) =>
      hasAll(
        Includes.keyUsage,
        detail.KeyUsages?.map((usage) => usage.Name),
      ),
    )
    .filter((detail) =>
      hasAll(
        Includes.extendedKeyUsage,
        detail.ExtendedKeyUsages?.map((usage) => usage.Name),
      ),
    );
  if (SortBy) found.sort((a, b) => createdAt(a) - createdAt(b));
  if (SortOrder === 'DESCENDING') found.reverse();

  const start = NextToken === undefined ? 0 : readToken(NextToken);
  const end = start + MaxItems;
  return {
    CertificateSummaryList: found.slice(start, end).map(toSummary),
    ...(end < found.length ? { NextToken: Buffer.from(`from ${end}`).toString('base64') } : {}),
  };
}

function hasAll<T>(wanted: T[] | undefined, present: T[] = []): boolean {
  return !wanted?.length || wanted.every((one) => present.includes(one));
}

function createdAt(detail: CertificateDetail): number {
  return detail.CreatedAt?.getTime() ?? 0;
}

function readToken(token: string): number {
  const [, start] = /^from (\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (start === undefined) throw new Failure('ValidationException', 'Invalid NextToken.');
  return Number(start);
}

function toSummary(detail: CertificateDetail): CertificateSummary {
  const {
    CertificateArn,
    DomainName,
    Status,
    Type,
    KeyAlgorithm,
    RenewalEligibility,
    CreatedAt,
    IssuedAt,
    ImportedAt,
    RevokedAt,
    CertificateKeyPairOrigin,
    NotBefore,
    NotAfter,
  } = detail;
  return {
    CertificateArn,
    DomainName,
    SubjectAlternativeNameSummaries: detail.SubjectAlternativeNames,
    HasAdditionalSubjectAlternativeNames: false,
    Status,
    Type,
    KeyAlgorithm,
    KeyUsages: detail.KeyUsages?.flatMap((usage) => usage.Name ?? []),
    ExtendedKeyUsages: detail.ExtendedKeyUsages?.flatMap((usage) => usage.Name ?? []),
    InUse: Boolean(detail.InUseBy?.length),
    Exported: false,
    ExportOption: detail.Options?.Export,
    RenewalEligibility,
    CreatedAt,
    IssuedAt,
    ImportedAt,
    RevokedAt,
    CertificateKeyPairOrigin,
    NotBefore,
    NotAfter,
  };
}
