import 'server-only';
import { ACMClient } from '@aws-sdk/client-acm';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Route53Client } from '@aws-sdk/client-route-53';
import { STSClient } from '@aws-sdk/client-sts';
import { assumeRole } from './assume-role';
import { addDoor } from './door';
import type { Stack } from './middleware';
import type { AwsOptions } from './options';
import type { PaceStore } from './pacing';
import { defaultTimeoutMs, slowestTimeoutMs } from './patience';
import { unconfirmed } from './refuse-changes';

/** The services of the console, in one account and region. Use the functions beside it, not the clients. */
export interface Aws {
  readonly apiGateway: APIGatewayClient;
  readonly route53: Route53Client;
  readonly acm: ACMClient;
  readonly lambda: LambdaClient;
  readonly sts: STSClient;
  readonly region: string;
  /** Null is AWS itself. */
  readonly endpoint: string | null;
  readonly paceStore: PaceStore;
  /** Multiplies AWS's documented rates, by which calls are paced. */
  readonly quotaScale: number;
  /** Whether the calls are made in the name of a role that was assumed for them. */
  readonly assumes: boolean;
  /**
   * For what would write an intent down first.
   *
   * @throws AwsError `unconfirmed` while nothing may be changed on AWS
   */
  refuseUnconfirmed(): Promise<void>;
  close(): void;
}

/** The one door to AWS: clients that pace, time out, retry what is safe, log, record and translate errors. */
export function createAws(options: AwsOptions): Aws {
  // The lock file pins an SDK that supports this Node; its advice on later ones is noise at every start.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { region, endpoint, role, connectTimeoutMs = 3_000, timeoutMs = defaultTimeoutMs } = options;
  const credentials = role ? assumeRole(role, options) : options.credentials;
  const config = {
    region,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials ? { credentials } : {}),
    maxAttempts: 1, // the door retries: the SDK would repeat LimitExceededException and half-done creations
    requestHandler: {
      connectionTimeout: connectTimeoutMs,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      // A socket that stalls amid an answer; the slowest operation must get through, the pacer's timeout ends the others.
      socketTimeout: Math.max(timeoutMs, slowestTimeoutMs),
    },
  };
  const aws = {
    apiGateway: new APIGatewayClient(config),
    route53: new Route53Client(config),
    acm: new ACMClient(config),
    lambda: new LambdaClient(config),
    sts: new STSClient(config),
  };
  const door = { ...options, timeoutMs, retryBaseMs: options.retryBaseMs ?? 150 };
  addDoor(aws.apiGateway.middlewareStack as Stack, 'apigateway', door);
  addDoor(aws.route53.middlewareStack as Stack, 'route53', door);
  addDoor(aws.acm.middlewareStack as Stack, 'acm', door);
  addDoor(aws.lambda.middlewareStack as Stack, 'lambda', door);
  addDoor(aws.sts.middlewareStack as Stack, 'sts', door);
  const refuseUnconfirmed = async () => {
    const refusal = await options.refuseChange?.();
    if (refusal) throw unconfirmed(refusal, 'apigateway', 'any change');
  };
  const close = () => Object.values(aws).forEach((client) => void client.destroy());
  return {
    ...aws,
    region,
    endpoint,
    paceStore: options.paceStore,
    quotaScale: options.quotaScale,
    assumes: role !== undefined,
    refuseUnconfirmed,
    close,
  };
}
