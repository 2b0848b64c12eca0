import 'server-only';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { RoleNotAssumedError } from './attempt-errors';
import type { AwsOptions, RoleToAssume } from './options';
import { defaultTimeoutMs } from './patience';

/** So long before their end credentials are replaced. */
const renewBeforeMs = 5 * 60_000;

type Provider = ReturnType<typeof fromTemporaryCredentials>;
type Temporary = Awaited<ReturnType<Provider>>;

/**
 * Credentials of an assumed role for all clients of a door: one session at a time, renewed before its end.
 *
 * @throws RoleNotAssumedError from the provider, at each call that would be signed
 */
export function assumeRole(role: RoleToAssume, options: AwsOptions): Provider {
  const { region, endpoint, credentials, connectTimeoutMs = 3_000, timeoutMs = defaultTimeoutMs } = options;
  const assume = fromTemporaryCredentials({
    params: {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName,
      ...(role.externalId === null ? {} : { ExternalId: role.externalId }),
    },
    ...(credentials ? { masterCredentials: credentials } : {}),
    clientConfig: {
      region,
      maxAttempts: 2,
      ...(endpoint === null ? {} : { endpoint }),
      // The door's timeouts begin after signing: without these a question that is never answered would hold up every call for good.
      requestHandler: {
        connectionTimeout: connectTimeoutMs,
        requestTimeout: timeoutMs,
        throwOnRequestTimeout: true,
        socketTimeout: timeoutMs,
      },
    },
  });
  let current: Temporary | null = null;
  let pending: Promise<Temporary> | null = null;
  return async (properties) => {
    const lastsUntilMs = current?.expiration?.getTime() ?? 0;
    if (current && lastsUntilMs - renewBeforeMs > Date.now()) return current;
    pending ??= assume(properties)
      .then(
        (fresh) => {
          current = fresh;
          return fresh;
        },
        (error: unknown) => {
          throw new RoleNotAssumedError('the role could not be assumed', { cause: error });
        },
      )
      .finally(() => {
        pending = null;
      });
    return pending;
  };
}
