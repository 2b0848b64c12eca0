import { Failure, validationFailure, violation } from '../../protocol/failure';

const pattern = String.raw`(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])`;
const wholePattern = new RegExp(`^${pattern}$`);
const maxLength = 253;
const maxCommonNameOctets = 64;
/** AWS's own names, for which ACM issues nothing (facts 2.4). */
const amazonOwned = [
  'amazonaws.com',
  'cloudfront.net',
  'elasticbeanstalk.com',
  'elb.amazonaws.com',
  'awsapprunner.com',
];

/**
 * The names of a request, checked as ACM does (facts 2.4), lower case, sorted, without repeats, `domainName` included.
 * @param maxNames how many may be in one certificate
 */
export function certificateNames(domainName: string, alternatives: string[] = [], maxNames = 10): string[] {
  const violations = [
    ...nameViolations(domainName, 'domainName'),
    ...alternatives.flatMap((name, index) => nameViolations(name, `subjectAlternativeNames.${index + 1}.member`)),
  ];
  if (violations.length > 0) throw validationFailure(violations);
  if (Buffer.byteLength(domainName) > maxCommonNameOctets) {
    throw new Failure(
      'InvalidParameterException',
      `The first domain name can't be longer than ${maxCommonNameOctets} octets: ${domainName}`,
    );
  }
  const names = [...new Set([domainName, ...alternatives].map((name) => name.toLowerCase()))].sort();
  if (names.length > maxNames) throw new Failure('LimitExceededException', 'Certificate has too many domains.');
  for (const name of names) refuseForbidden(name);
  return names;
}

function nameViolations(name: string, path: string): string[] {
  if (name.length > maxLength)
    return [violation(name, path, `Member must have length less than or equal to ${maxLength}`)];
  return wholePattern.test(name)
    ? []
    : [violation(name, path, `Member must satisfy regular expression pattern: ${pattern}`)];
}

function refuseForbidden(name: string): void {
  const owned = amazonOwned.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  // Hyphens in third and fourth place mark an encoded label; only punycode is one.
  const oddHyphens = name.split('.').some((label) => label.slice(2, 4) === '--' && !label.startsWith('xn--'));
  if (owned || oddHyphens) throw new Failure('InvalidParameterException', `The domain name is not allowed: ${name}`);
}
