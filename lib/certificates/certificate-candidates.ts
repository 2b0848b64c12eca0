import { certificateStatusSentence } from '@/lib/certificates/certificate-status-sentence';
import { expiryOf, inDays } from '@/lib/certificates/expiry';
import type { Certificate, GatewayDomain, Mapping } from '@/lib/inventory/model';

/** One way to get TLS for a hostname, with the reason in words. */
export interface CertificateCandidate {
  /** `wildcard-domain`: a custom domain name that serves the hostname already, with its certificate and its mappings. */
  kind: 'certificate' | 'wildcard-domain';
  /** What the form sends: the certificate's ARN, or `wildcard:` and the custom domain name. */
  value: string;
  title: string;
  names: string[];
  arn: string | null;
  covers: boolean;
  usable: boolean;
  /** Why it is usable, or the first reason why not. */
  reason: string;
  /** Usable, but worth a second look. */
  warnings: string[];
  notAfter: string | null;
}

interface Known {
  hostname: string;
  certificates: Certificate[];
  gatewayDomains: GatewayDomain[];
  mappings: Mapping[];
  now: Date;
}

/** Does a certificate's or custom domain's name match the hostname? A wildcard stands for exactly one label. */
export function nameCovers(name: string, hostname: string): boolean {
  if (!name.startsWith('*.')) return name === hostname;
  const dot = hostname.indexOf('.');
  return dot > 0 && hostname.slice(dot) === name.slice(1);
}

/**
 * Every certificate of the inventory, and every wildcard custom domain name that covers the hostname, best first, each
 * with the reason why it can or can't serve the hostname. Pure. `hostname` is ASCII, lower case, without trailing dot.
 */
export function certificateCandidates(known: Known): CertificateCandidate[] {
  const wildcards = known.gatewayDomains
    .filter((domain) => domain.name.startsWith('*.') && nameCovers(domain.name, known.hostname))
    .map((domain) => wildcardCandidate(domain, known));
  const certificates = known.certificates.map((certificate) => certificateCandidate(certificate, known));
  return [...wildcards, ...certificates].sort(
    (a, b) =>
      rank(a, known.hostname) - rank(b, known.hostname) ||
      (b.notAfter ?? '').localeCompare(a.notAfter ?? '') ||
      a.value.localeCompare(b.value),
  );
}

function rank(candidate: CertificateCandidate, hostname: string): number {
  const quality = candidate.usable ? (candidate.warnings.length === 0 ? 0 : 1) : candidate.covers ? 2 : 3;
  const fit = candidate.kind === 'wildcard-domain' ? 0 : candidate.names.includes(hostname) ? 1 : 2;
  return quality * 10 + fit;
}

/** Whether one certificate can serve a hostname, with the reason. Pure. */
export function certificateCandidate(
  certificate: Certificate,
  known: Pick<Known, 'hostname' | 'now'>,
): CertificateCandidate {
  const by = certificate.names.find((name) => nameCovers(name, known.hostname));
  const against =
    by === undefined ? whyNotCovered(certificate.names, known.hostname) : whyUnusable(certificate, known.now);
  return {
    kind: 'certificate',
    value: certificate.arn,
    title: certificate.domainName,
    names: certificate.names,
    arn: certificate.arn,
    covers: by !== undefined,
    usable: against === null,
    reason:
      against ?? (by === known.hostname ? 'Issued for exactly this name.' : `Issued, and ${by} covers this name.`),
    warnings: against === null ? warningsOf(certificate, known.now) : [],
    notAfter: certificate.notAfter,
  };
}

function wildcardCandidate(domain: GatewayDomain, known: Known): CertificateCandidate {
  const certificate = known.certificates.find((one) => one.arn === domain.certificateArn) ?? null;
  const paths = known.mappings.filter((mapping) => mapping.domainName === domain.name);
  const against = whyWildcardUnusable(domain, certificate, paths, known);
  return {
    kind: 'wildcard-domain',
    value: `wildcard:${domain.name}`,
    title: `Serve it through ${domain.name}, nothing to request`,
    names: certificate?.names ?? [domain.name],
    arn: domain.certificateArn,
    covers: true,
    usable: against === null,
    reason:
      against ?? `Already on the gateway with a valid certificate. Its paths are shared: ${describePaths(paths)}.`,
    warnings: against === null && certificate !== null ? warningsOf(certificate, known.now) : [],
    notAfter: certificate?.notAfter ?? null,
  };
}

function whyWildcardUnusable(
  domain: GatewayDomain,
  certificate: Certificate | null,
  paths: Mapping[],
  known: Known,
): string | null {
  if (domain.endpointType !== 'REGIONAL')
    return `${domain.name} is ${domain.endpointType.toLowerCase()}; Gatehouse serves regional domain names only.`;
  if (domain.status === 'FAILED')
    return `${domain.name} failed on the gateway: ${domain.statusMessage ?? 'AWS gives no reason'}.`;
  if (certificate === null) return `The certificate of ${domain.name} is not in the inventory, so it can't be checked.`;
  if (!certificate.names.some((name) => nameCovers(name, known.hostname))) {
    return `The certificate of ${domain.name} does not cover this name. ${whyNotCovered(certificate.names, known.hostname)}`;
  }
  if (paths.length === 0) return `${domain.name} has no base path mapping, so every request would be refused.`;
  return whyUnusable(certificate, known.now);
}

function describePaths(mappings: Mapping[]): string {
  return mappings
    .map((mapping) => `/${mapping.basePath} to ${mapping.stage ?? 'the stage named in the path'}`)
    .join(', ');
}

function whyNotCovered(names: string[], hostname: string): string {
  for (const name of names) {
    if (!name.startsWith('*.')) continue;
    const parent = name.slice(2);
    if (hostname === parent)
      return `Does not cover this name: ${name} covers the names below ${parent}, not ${parent} itself.`;
    if (hostname.endsWith(`.${parent}`)) {
      return `Does not cover this name: ${name} covers one level only, so a.${parent} but not a.b.${parent}.`;
    }
  }
  const first = names.slice(0, 3).join(', ');
  return `Does not cover this name, only ${first}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`;
}

function whyUnusable(certificate: Certificate, now: Date): string | null {
  if (certificate.status !== 'ISSUED') return certificateStatusSentence(certificate);
  if (certificate.notAfter !== null && Date.parse(certificate.notAfter) <= now.getTime()) {
    return `Expired on ${certificate.notAfter.slice(0, 10)}.`;
  }
  if (certificate.notBefore !== null && Date.parse(certificate.notBefore) > now.getTime()) {
    return `Not valid before ${certificate.notBefore.slice(0, 10)}.`;
  }
  if (certificate.keyAlgorithm === 'RSA_1024') return 'Its RSA key has 1024 bits, which browsers refuse.';
  if (certificate.keyAlgorithm === 'EC_secp521r1') return 'Its key is on the curve P-521, which most browsers refuse.';
  return null;
}

function warningsOf(certificate: Certificate, now: Date): string[] {
  const warnings: string[] = [];
  const expiry = expiryOf(certificate, now);
  if (expiry !== null && expiry.level !== 'fine') {
    warnings.push(
      `Expires ${inDays(expiry.daysLeft)}${certificate.renewalStatus === null ? '' : `; renewal is ${certificate.renewalStatus.toLowerCase().replaceAll('_', ' ')}`}.`,
    );
  }
  if (certificate.type === 'IMPORTED') warnings.push('Imported: ACM does not renew it, somebody has to.');
  if (certificate.type === 'PRIVATE') warnings.push('Issued by a private CA: only clients that trust that CA connect.');
  return warnings;
}
