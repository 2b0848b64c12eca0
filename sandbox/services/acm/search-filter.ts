import type {
  AcmCertificateMetadataFilter,
  CertificateFilter,
  CertificateFilterStatement,
  CommonNameFilter,
  ComparisonOperator,
  TimestampRange,
  X509AttributeFilter,
} from '@aws-sdk/client-acm';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { asEnumerated } from './key-algorithm';
import type { Found } from './search-result';

/** Whether a certificate is what a statement asks for. @throws Failure for a statement that asks nothing */
export function matchesStatement(statement: CertificateFilterStatement, found: Found): boolean {
  const { And, Or, Not, Filter } = statement;
  // Every part is looked at, so that one that asks nothing is refused whatever the others say.
  if (And) return And.map((part) => matchesStatement(part, found)).every(Boolean);
  if (Or) return Or.map((part) => matchesStatement(part, found)).some(Boolean);
  if (Not) return !matchesStatement(Not, found);
  if (Filter) return matchesFilter(Filter, found);
  throw asksNothing('filterStatement', 'And, Or, Not, Filter');
}

function asksNothing(path: string, members: string): Failure {
  return new Failure('ValidationException', `Exactly one of ${members} must be set in ${path}.`);
}

function matchesFilter(filter: CertificateFilter, found: Found): boolean {
  const { CertificateArn, X509AttributeFilter: attribute, AcmCertificateMetadataFilter: metadata } = filter;
  if (CertificateArn !== undefined) return found.detail.CertificateArn === CertificateArn;
  if (attribute) return matchesAttribute(attribute, found);
  if (metadata) return matchesMetadata(metadata, found);
  throw asksNothing('filter', 'CertificateArn, X509AttributeFilter, AcmCertificateMetadataFilter');
}

function matchesAttribute(filter: X509AttributeFilter, { detail }: Found): boolean {
  const { SubjectAlternativeNames: names = [] } = detail;
  const { Subject, SubjectAlternativeName, NotAfter, NotBefore } = filter;
  if (Subject) return Subject.CommonName !== undefined && matchesText(Subject.CommonName, detail.DomainName);
  if (SubjectAlternativeName) {
    const { DnsName } = SubjectAlternativeName;
    return DnsName !== undefined && names.some((name) => matchesText(DnsName, name));
  }
  if (filter.ExtendedKeyUsage)
    return Boolean(detail.ExtendedKeyUsages?.some(({ Name }) => Name === filter.ExtendedKeyUsage));
  if (filter.KeyUsage) return Boolean(detail.KeyUsages?.some(({ Name }) => Name === filter.KeyUsage));
  if (filter.KeyAlgorithm) return asEnumerated(detail.KeyAlgorithm) === filter.KeyAlgorithm;
  if (filter.SerialNumber !== undefined) return detail.Serial === filter.SerialNumber.toLowerCase();
  if (NotAfter) return isWithin(NotAfter, detail.NotAfter);
  if (NotBefore) return isWithin(NotBefore, detail.NotBefore);
  throw asksNothing('x509AttributeFilter', 'its members');
}

const operators: Record<ComparisonOperator, (text: string, wanted: string) => boolean> = {
  EQUALS: (text, wanted) => text === wanted,
  CONTAINS: (text, wanted) => text.includes(wanted),
};

/** Names are of either case. */
function matchesText({ Value = '', ComparisonOperator: operator }: CommonNameFilter, text = ''): boolean {
  if (operator === undefined || !Object.hasOwn(operators, operator)) {
    const constraint = `Member must satisfy enum value set: [${Object.keys(operators).join(', ')}]`;
    throw validationFailure([violation(operator, 'filterStatement.filter.comparisonOperator', constraint)]);
  }
  return operators[operator](text.toLowerCase(), Value.toLowerCase());
}

function isWithin({ Start, End }: TimestampRange, date: Date | undefined): boolean {
  return date !== undefined && (!Start || date >= Start) && (!End || date <= End);
}

function matchesMetadata(filter: AcmCertificateMetadataFilter, { metadata }: Found): boolean {
  const names = Object.keys(filter) as (keyof AcmCertificateMetadataFilter)[];
  const [name] = names.filter((each) => filter[each] !== undefined);
  if (name === undefined || name === '$unknown') throw asksNothing('acmCertificateMetadataFilter', 'its members');
  return metadata[name] === filter[name];
}
