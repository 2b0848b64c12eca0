import 'server-only';
import { noCredentials } from './error-table';
import type { Explanation } from './explain';

type NetworkFailure = Explanation & { neverSent: boolean; timedOut: boolean };

const unreachable = (sentence: string, fix: string, more: Partial<NetworkFailure> = {}): NetworkFailure => ({
  kind: 'unreachable',
  sentence,
  fix,
  actor: 'us',
  retryable: true,
  neverSent: false,
  timedOut: false,
  ...more,
});

const notThere = unreachable('The AWS endpoint refuses connections.', 'Start it, or correct AWS_ENDPOINT_URL.', {
  neverSent: true,
});
const noName = unreachable("The AWS endpoint's host name does not resolve.", 'Check the DNS and AWS_ENDPOINT_URL.', {
  neverSent: true,
});
const noRoute = unreachable('There is no network route to the AWS endpoint.', 'Check the network of this machine.', {
  neverSent: true,
});
const cutOff = unreachable('The connection to the AWS endpoint was cut off.', 'Nothing to do; it is tried again.');
const late = unreachable('The AWS endpoint did not answer in time.', 'Nothing to do; it is tried again.', {
  timedOut: true,
});
const distrusted = unreachable(
  "The AWS endpoint's TLS certificate is not trusted.",
  'Correct AWS_ENDPOINT_URL, or name the CA file in NODE_EXTRA_CA_CERTS.',
  { neverSent: true },
);

const byCode: Record<string, NetworkFailure> = {
  ECONNREFUSED: notThere,
  ENOTFOUND: noName,
  EAI_AGAIN: noName,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ECONNRESET: cutOff,
  ECONNABORTED: cutOff,
  EPIPE: cutOff,
  ERR_STREAM_PREMATURE_CLOSE: cutOff,
  ETIMEDOUT: late,
  EPROTO: unreachable('The AWS endpoint does not speak TLS.', 'Correct http or https in AWS_ENDPOINT_URL.', {
    neverSent: true,
  }),
};

/** Explains an error in which no answer came at all; null when it is something else. */
export function describeNetworkFailure(error: unknown): NetworkFailure | null {
  if (!(error instanceof Error)) return null;
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(error.name)) {
    return { ...noCredentials, neverSent: true, timedOut: false };
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return distrusted;
  if (code.startsWith('ERR_SSL_')) return byCode.EPROTO ?? null;
  // "HPE_": what answered doesn't speak HTTP.
  if (code.startsWith('HPE_'))
    return unreachable('What answers at the AWS endpoint is not AWS.', 'Correct AWS_ENDPOINT_URL.');
  if (error.name === 'TimeoutError' && /connect/i.test(error.message)) return { ...late, neverSent: true };
  return byCode[code] ?? (error.name === 'TimeoutError' ? late : null);
}
