import { parse } from 'tldts';
import { toUnicode } from '@/lib/dns/punycode';

/** ACM takes the first name as the certificate's common name, which has at most 64 octets (RequestCertificate). */
export const commonNameMaxLength = 64;
const nameMaxLength = 253;
const labelMaxLength = 63;

/** Names of AWS itself: ACM answers DOMAIN_NOT_ALLOWED or refuses the request. */
const awsSuffixes = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'cloudfront.net',
  'elasticbeanstalk.com',
  'awsapps.com',
  'aws',
];

export type NormalisedHostname =
  | { ok: true /** What AWS and DNS take: punycode, lower case, no trailing dot. */; ascii: string; unicode: string }
  | {
      ok: false /** What is wrong and what to do. */;
      sentence: string /** The part that is wrong, to point at. */;
      part: string | null;
    };

interface Rules {
  /** `*` as the whole first label is fine. */
  allowWildcard?: boolean;
  /** The name goes into a certificate of its own; default true. Off where an existing certificate covers it. */
  commonName?: boolean;
}

/**
 * Turns what somebody typed into the one spelling of a hostname that AWS, DNS and our database use, or says what is
 * wrong with it. Pure; runs in browsers too. Sources: RFC 1035 (lengths), UTS 46 (IDN, by the platform's URL parser),
 * the ACM RequestCertificate page (label rules), the public suffix list.
 */
export function normaliseHostname(input: string, rules: Rules = {}): NormalisedHostname {
  const typed = input.trim().toLowerCase();
  const shape = checkShape(typed);
  if (shape !== null) return shape;
  const bare = typed.endsWith('.') ? typed.slice(0, -1) : typed;
  const wildcard = bare.startsWith('*.');
  const star = checkStar(bare, wildcard, rules.allowWildcard === true);
  if (star !== null) return star;
  const ascii = toAscii(wildcard ? bare.slice(2) : bare);
  if (!ascii.ok) return ascii;
  const full = wildcard ? `*.${ascii.name}` : ascii.name;
  return (
    checkLengths(ascii.name, full, rules.commonName !== false) ??
    checkOwner(ascii.name) ?? { ok: true, ascii: full, unicode: toUnicode(full) }
  );
}

function refuse(sentence: string, part: string | null = null): { ok: false; sentence: string; part: string | null } {
  return { ok: false, sentence, part };
}

/** Refuses what is not a hostname but something around one. */
function checkShape(typed: string): NormalisedHostname | null {
  if (typed === '') return refuse('Enter a hostname, for example shop.example.com.');
  if (typed.length > 1000) return refuse(`A hostname has at most ${nameMaxLength} characters.`);
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//.exec(typed)?.[0];
  if (scheme !== undefined) return refuse(`Leave out ${scheme} and enter the hostname alone.`, scheme);
  const space = /\s/.exec(typed);
  if (space !== null) return refuse(`A hostname has no spaces; there is one at position ${space.index + 1}.`, ' ');
  const at = typed.indexOf('@');
  if (at >= 0) return refuse('That looks like an e-mail address; enter the part after the @.', typed.slice(0, at + 1));
  const path = /[/\\?#].*$/.exec(typed)?.[0];
  if (path !== undefined) return refuse(`Leave out ${path}: paths are set as base paths, not in the hostname.`, path);
  const port = /:\d*$/.exec(typed)?.[0];
  if (port !== undefined) return refuse(`Leave out the port ${port}: the gateway always listens on 443.`, port);
  if (/^[\d.]+$/.test(typed) || typed.includes(':'))
    return refuse('That is an IP address; enter a name instead.', typed);
  return null;
}

function checkStar(bare: string, wildcard: boolean, allowed: boolean): NormalisedHostname | null {
  const rest = wildcard ? bare.slice(2) : bare;
  if (rest.includes('*')) return refuse('A * is allowed only as the whole first label, as in *.example.com.', '*');
  if (wildcard && !allowed) return refuse('Enter one hostname; a wildcard is not possible here.', '*.');
  return null;
}

/** Checks labels as typed, then turns them into ASCII. */
function toAscii(name: string): { ok: true; name: string } | { ok: false; sentence: string; part: string | null } {
  const labels = name.split('.');
  const empty = labels.indexOf('');
  if (empty === 0) return refuse('The name starts with a dot.', '.');
  if (empty > 0) return refuse(`There are two dots in a row after ${labels[empty - 1]}.`, '..');
  for (const label of labels) {
    const fault = labelFault(label);
    if (fault !== null) return refuse(fault, label);
  }
  const converted = platformAscii(labels.join('.'));
  if (converted === null) {
    const part = labels.find((label) => platformAscii(label) === null) ?? null;
    return refuse(`${part ?? name} is not a valid international name.`, part);
  }
  for (const [index, label] of converted.split('.').entries()) {
    const typed = labels[index] ?? label;
    const fault = labelFault(label) ?? hyphenFault(label);
    if (fault !== null) return refuse(fault.replace(label, typed), typed);
  }
  return { ok: true, name: converted };
}

/** UTS 46 as every URL parser does it, in Node and in browsers. */
function platformAscii(name: string): string | null {
  if (/^[a-z0-9.-]*$/.test(name) && !name.includes('xn--')) return name;
  try {
    const { hostname } = new URL(`https://${name}`);
    return hostname === '' || /^[\d.]+$/.test(hostname) ? null : hostname;
  } catch {
    return null;
  }
}

function labelFault(label: string): string | null {
  if (label.length > labelMaxLength)
    return `${label} has ${label.length} characters; a label has at most ${labelMaxLength}.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is left to UTS 46
  const wrong = /[\u0000-\u002c/:-`{-\u007f]/.exec(label)?.[0];
  if (wrong === '_') return `${label} has an underscore, which certificates and hostnames don't allow.`;
  if (wrong !== undefined) return `${label} has the character ${wrong}; only letters, digits and hyphens are possible.`;
  if (label.startsWith('-')) return `${label} starts with a hyphen.`;
  if (label.endsWith('-')) return `${label} ends with a hyphen.`;
  return null;
}

/** ACM refuses hyphens in positions 3 and 4 unless the label is valid punycode. */
function hyphenFault(label: string): string | null {
  if (label.slice(2, 4) !== '--' || label.startsWith('xn--')) return null;
  return `${label} has hyphens in positions 3 and 4, which certificates allow only in xn-- names.`;
}

function checkLengths(name: string, full: string, commonName: boolean): NormalisedHostname | null {
  if (full.length > nameMaxLength)
    return refuse(`The name has ${full.length} characters; at most ${nameMaxLength} are possible.`, full);
  if (!name.includes('.'))
    return refuse(`${name} is a single label; a hostname has at least two, as in ${name}.example.com.`, name);
  if (/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1))) return refuse('A name does not end in a number.', name);
  if (commonName && full.length > commonNameMaxLength) {
    return refuse(
      `The name has ${full.length} characters; a certificate of its own allows at most ${commonNameMaxLength}.`,
      full,
    );
  }
  return null;
}

/** A registry's own suffix can't be anybody's; AWS's names are AWS's. */
function checkOwner(name: string): NormalisedHostname | null {
  const aws = awsSuffixes.find((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  if (aws !== undefined) return refuse(`${aws} belongs to AWS, which issues no certificates for names under it.`, aws);
  const parsed = parse(name, { allowPrivateDomains: true, validateHostname: false });
  if (parsed.publicSuffix === name && (parsed.isIcann === true || parsed.isPrivate === true)) {
    return refuse(
      `${toUnicode(name)} is a public suffix, under which others register names; add a name in front of it.`,
      name,
    );
  }
  return null;
}
