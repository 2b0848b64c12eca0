/** What the signature says about a request. */
export interface CredentialScope {
  accessKeyId: string;
  region: string;
  /** The signing name: `apigateway`, `route53`, `acm`. */
  service: string;
}

/** `mismatch`: well formed, but for a place or a day that the request isn't for. */
export type SignatureProblem = { problem: 'missing' } | { problem: 'malformed' | 'mismatch'; message: string };

const credential = /^([^/]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request$/;

/** `eu-central-1`, `us-gov-west-1`; new ones are named alike. */
const regionName = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Reads a SigV4 Authorization header. Its shape is checked, not the secret: the sandbox knows no secrets. */
export function readCredentialScope(headers: Record<string, string>): CredentialScope | SignatureProblem {
  const header = headers.authorization;
  if (!header) return { problem: 'missing' };
  if (!header.startsWith('AWS4-HMAC-SHA256 ')) {
    return { problem: 'malformed', message: 'Authorization header requires the AWS4-HMAC-SHA256 algorithm.' };
  }
  const parts = Object.fromEntries(
    header
      .slice(17)
      .split(',')
      .map((part) => {
        const [name = '', value = ''] = part.trim().split(/=(.*)/s);
        return [name, value];
      }),
  );
  for (const name of ['Credential', 'Signature', 'SignedHeaders']) {
    if (!parts[name])
      return {
        problem: 'malformed',
        message: `Authorization header requires '${name}' parameter. Authorization=${header}`,
      };
  }
  const [, accessKeyId, day, region, service] = credential.exec(parts.Credential ?? '') ?? [];
  if (!accessKeyId || !day || !region || !service) {
    return {
      problem: 'malformed',
      message: `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${parts.Credential}'`,
    };
  }
  if (!/^[0-9a-f]{64}$/.test(parts.Signature ?? ''))
    return { problem: 'malformed', message: 'Signature must be 64 hexadecimal digits.' };
  if (!headers['x-amz-date'])
    return {
      problem: 'malformed',
      message: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    };
  if (!parts.SignedHeaders?.split(';').includes('host'))
    return { problem: 'malformed', message: "'Host' must be a 'SignedHeader' in the AWS Authorization." };
  const time = headers['x-amz-date'];
  if (!time.startsWith(`${day}T`))
    return {
      problem: 'mismatch',
      message: `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${time.slice(0, 8)}', from '${time}'.`,
    };
  if (!regionName.test(region))
    return { problem: 'mismatch', message: `Credential should be scoped to a valid region, not '${region}'. ` };
  return { accessKeyId, region, service };
}
