/** What the signature says about a request. */
export interface CredentialScope {
  accessKeyId: string;
  region: string;
  /** The signing name: `apigateway`, `route53`, `acm`. */
  service: string;
}

/** `mismatch`: well formed, but for a place or a time that the request isn't for. */
export type SignatureProblem = { problem: 'missing' } | { problem: 'malformed' | 'mismatch'; message: string };

const credential = /^([^/]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request$/;

/** `eu-central-1`, `us-gov-west-1`; new ones are named alike. */
const regionName = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** How far the clocks of client and AWS may be apart. */
const toleranceMs = 5 * 60_000;

/**
 * Reads a SigV4 Authorization header. Its shape and its time are checked, not the secret: the sandbox knows no secrets.
 * @param machineTime ms since 1970 by the machine's clock: clients sign by theirs, and know nothing of the sandbox's
 */
export function readCredentialScope(
  headers: Record<string, string>,
  machineTime: number,
): CredentialScope | SignatureProblem {
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
  return problemOfTime(time, machineTime) ?? { accessKeyId, region, service };
}

/** AWS's words when the clocks are too far apart. */
function problemOfTime(time: string, machineTime: number): SignatureProblem | undefined {
  const signedAt = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(signedAt)) {
    const message = `Date must be in ISO-8601 'basic format'. Got '${time}'. See http://en.wikipedia.org/wiki/ISO_8601`;
    return { problem: 'malformed', message };
  }
  const now = basicFormat(machineTime);
  if (signedAt < machineTime - toleranceMs) {
    const earliest = basicFormat(machineTime - toleranceMs);
    const message = `Signature expired: ${time} is now earlier than ${earliest} (${now} - 5 min.)`;
    return { problem: 'mismatch', message };
  }
  if (signedAt > machineTime + toleranceMs) {
    const latest = basicFormat(machineTime + toleranceMs);
    const message = `Signature not yet current: ${time} is still later than ${latest} (${now} + 5 min.)`;
    return { problem: 'mismatch', message };
  }
  return undefined;
}

/** `20261127T101500Z` */
function basicFormat(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}
