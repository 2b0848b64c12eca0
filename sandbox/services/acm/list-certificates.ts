import type {
  CertificateDetail,
  CertificateSummary,
  KeyAlgorithm,
  ListCertificatesCommandInput,
  ListCertificatesCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { certificateView } from './certificate-view';
import { asEnumerated } from './key-algorithm';
import { takePage } from './take-page';

const defaultPage = 1000;
/** Without a filter, certificates with other keys stay hidden (facts 2.3). */
const defaultKeyTypes: KeyAlgorithm[] = ['RSA_1024', 'RSA_2048'];
const maxNamesShown = 100;

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html */
export function listCertificates(
  context: Context,
  input: ListCertificatesCommandInput,
): Answer<ListCertificatesCommandOutput> {
  const { MaxItems = defaultPage, NextToken, SortBy, SortOrder } = input;
  if (MaxItems < 1 || MaxItems > 1000) {
    const bound = MaxItems < 1 ? 'greater than or equal to 1' : 'less than or equal to 1000';
    throw validationFailure([violation(MaxItems, 'maxItems', `Member must have value ${bound}`)]);
  }
  if ((SortBy === undefined) !== (SortOrder === undefined)) {
    throw new Failure('ValidationException', 'SortBy and SortOrder must be specified together.');
  }
  const matches = filterOf(input);
  const found = context.state
    .list('certificates', keyOf.certificate(context.scope))
    .filter((stored) => context.now >= stored.requestedAt + context.dials.certificateListedAfterMs)
    .map((stored) => ({ detail: certificateView(context, stored), exported: stored.exportedAt !== undefined }))
    .filter(({ detail }) => matches(detail));
  if (SortBy) found.sort((a, b) => createdAt(a.detail) - createdAt(b.detail));
  if (SortOrder === 'DESCENDING') found.reverse();

  const { items, next } = takePage(found, { size: MaxItems, token: NextToken });
  return { CertificateSummaryList: items.map(toSummary), ...next };
}

/** What the request asks for: what it doesn't name stays out only where AWS says so. */
function filterOf(input: ListCertificatesCommandInput): (detail: CertificateDetail) => boolean {
  const { CertificateStatuses: statuses, Includes: includes = {} } = input;
  const keyTypes = includes.keyTypes?.length ? includes.keyTypes : defaultKeyTypes;
  const origins = input.CertificateKeyPairOrigins;
  return (detail) =>
    (!statuses?.length || statuses.includes(detail.Status ?? 'FAILED')) &&
    (!origins?.length || origins.includes(detail.CertificateKeyPairOrigin ?? 'AWS_MANAGED')) &&
    keyTypes.some((type) => type === asEnumerated(detail.KeyAlgorithm)) &&
    // Only certificates with at least one domain, until key types are asked for.
    (Boolean(includes.keyTypes?.length) || detail.DomainName !== '') &&
    hasAll(includes.keyUsage, detail.KeyUsages) &&
    hasAll(includes.extendedKeyUsage, detail.ExtendedKeyUsages) &&
    (includes.exportOption === undefined || includes.exportOption === detail.Options?.Export) &&
    // CloudFront manages none here.
    includes.managedBy === undefined;
}

function hasAll<T>(wanted: T[] | undefined, present: { Name?: T | undefined }[] = []): boolean {
  return !wanted?.length || wanted.every((one) => present.some(({ Name }) => Name === one));
}

function createdAt(detail: CertificateDetail): number {
  return detail.CreatedAt?.getTime() ?? 0;
}

function toSummary({ detail, exported }: { detail: CertificateDetail; exported: boolean }): CertificateSummary {
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
  const { SubjectAlternativeNames: names = [] } = detail;
  return {
    CertificateArn,
    DomainName,
    SubjectAlternativeNameSummaries: names.slice(0, maxNamesShown),
    HasAdditionalSubjectAlternativeNames: names.length > maxNamesShown,
    Status,
    Type,
    KeyAlgorithm,
    KeyUsages: detail.KeyUsages?.flatMap((usage) => usage.Name ?? []),
    ExtendedKeyUsages: detail.ExtendedKeyUsages?.flatMap((usage) => usage.Name ?? []),
    InUse: Boolean(detail.InUseBy?.length),
    Exported: exported,
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
