import type {
  SearchCertificatesCommandInput,
  SearchCertificatesCommandOutput,
  SearchCertificatesSortBy,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { metadataOf } from './certificate-metadata';
import { certificateView } from './certificate-view';
import { asEnumerated } from './key-algorithm';
import { matchesStatement } from './search-filter';
import { type Found, toResult } from './search-result';
import { takePage } from './take-page';

const defaultPage = 100;
const maxPage = 1000;

/** What a field sorts by; what has nothing there comes first. */
const sortValues: Record<SearchCertificatesSortBy, (found: Found) => string | number | undefined> = {
  ACME_ACCOUNT_ID: () => undefined,
  ACME_ENDPOINT_ARN: () => undefined,
  CERTIFICATE_ARN: ({ detail }) => detail.CertificateArn,
  CERTIFICATE_KEY_PAIR_ORIGIN: ({ metadata }) => metadata.CertificateKeyPairOrigin,
  COMMON_NAME: ({ detail }) => detail.DomainName,
  CREATED_AT: ({ metadata }) => metadata.CreatedAt?.getTime(),
  EXPORTED: ({ metadata }) => Number(metadata.Exported),
  EXPORT_OPTION: ({ metadata }) => metadata.ExportOption,
  IMPORTED_AT: ({ metadata }) => metadata.ImportedAt?.getTime(),
  IN_USE: ({ metadata }) => Number(metadata.InUse),
  ISSUED_AT: ({ metadata }) => metadata.IssuedAt?.getTime(),
  KEY_ALGORITHM: ({ detail }) => asEnumerated(detail.KeyAlgorithm),
  MANAGED_BY: () => undefined,
  NOT_AFTER: ({ detail }) => detail.NotAfter?.getTime(),
  NOT_BEFORE: ({ detail }) => detail.NotBefore?.getTime(),
  RENEWAL_ELIGIBILITY: ({ metadata }) => metadata.RenewalEligibility,
  RENEWAL_STATUS: ({ metadata }) => metadata.RenewalStatus,
  REVOKED_AT: ({ metadata }) => metadata.RevokedAt?.getTime(),
  STATUS: ({ metadata }) => metadata.Status,
  TYPE: ({ metadata }) => metadata.Type,
  VALIDATION_METHOD: ({ metadata }) => metadata.ValidationMethod,
};

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_SearchCertificates.html */
export function searchCertificates(
  context: Context,
  input: SearchCertificatesCommandInput,
): Answer<SearchCertificatesCommandOutput> {
  refuseMalformed(input);
  const { FilterStatement, MaxResults = defaultPage, NextToken, SortBy, SortOrder } = input;
  // Once for itself: a statement that asks nothing is refused even where there is nothing to ask.
  if (FilterStatement) matchesStatement(FilterStatement, { detail: {}, metadata: {}, chainPem: undefined });
  const found = context.state
    .list('certificates', keyOf.certificate(context.scope))
    .filter((stored) => context.now >= stored.requestedAt + context.dials.certificateListedAfterMs)
    .map((stored): Found => {
      const detail = certificateView(context, stored);
      return { detail, chainPem: stored.chainPem, metadata: metadataOf(detail, stored) };
    })
    .filter((one) => FilterStatement === undefined || matchesStatement(FilterStatement, one));
  if (SortBy) found.sort((a, b) => compare(sortValues[SortBy](a), sortValues[SortBy](b)));
  if (SortOrder === 'DESCENDING') found.reverse();
  const { items, next } = takePage(found, { size: MaxResults, token: NextToken });
  return { Results: items.map(toResult), ...next };
}

function refuseMalformed({ MaxResults }: SearchCertificatesCommandInput): void {
  const violations: string[] = [];
  if (MaxResults !== undefined && MaxResults < 1)
    violations.push(violation(MaxResults, 'maxResults', 'Member must have value greater than or equal to 1'));
  if (MaxResults !== undefined && MaxResults > maxPage)
    violations.push(violation(MaxResults, 'maxResults', `Member must have value less than or equal to ${maxPage}`));
  if (violations.length > 0) throw validationFailure(violations);
}

function compare(one: string | number | undefined, other: string | number | undefined): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
  return one < other ? -1 : 1;
}
