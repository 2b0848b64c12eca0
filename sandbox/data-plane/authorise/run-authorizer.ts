import type { StoredAuthorizer } from '../../model';
import { observe } from '../access-log/observed';
import { functionArnOf, parseAwsUri } from '../aws-uri';
import { GatewayFault } from '../fault';
import { callFunction, errorMessageOf } from '../functions/call-function';
import { requestParts } from '../functions/proxy-event';
import type { AuthorizerContext, GatewayCall } from '../gateway-call';
import { endpointHeaders } from '../integrations/endpoint-headers';
import { parseJson } from '../json-path';
import { timeOf } from '../settings';
import { StageCaches } from '../stage-caches';
import type { AuthorisingTools } from './authorise';
import { identityValues } from './identity-sources';
import { type AuthorizerVerdict, decide, readVerdict } from './policy';

const verdicts = new StageCaches<AuthorizerVerdict>({ entries: 10_000, weight: 64 * 1024 * 1024 });

/** Seconds, where the authorizer doesn't say. */
const usualTtl = 300;

/** Asks an authorizer's function, or remembers what it said; throws where that is no. */
export async function runAuthorizer(
  call: GatewayCall,
  tools: AuthorisingTools,
  authorizer: StoredAuthorizer,
): Promise<{ context: AuthorizerContext; apiKey: string | undefined }> {
  const ttl = authorizer.authorizerResultTtlInSeconds ?? usualTtl;
  const identity = identityOf(call, authorizer);
  const cache = verdicts.of(tools.state, call, String(call.stage.authorizersFlushedAt));
  const key = JSON.stringify([call.stage.deploymentId, authorizer.id, identity]);
  const kept = ttl > 0 ? cache.get(key, timeOf(tools.state)) : undefined;
  const verdict = kept ?? (await askAuthorizer(call, tools, authorizer, identity));
  if (ttl > 0 && !kept) cache.put(key, verdict, timeOf(tools.state) + ttl * 1000);
  const decision = decide(verdict.statements, methodArn(call));
  if (decision === 'deny')
    throw new GatewayFault('accessDenied', 'the authorizer denies', {
      text: 'User is not authorized to access this resource with an explicit deny',
    });
  if (decision === 'none') throw new GatewayFault('accessDenied', 'the authorizer does not allow it');
  return { context: verdict.context, apiKey: verdict.apiKey };
}

/** Throws 401 where the request says too little about who it is from. */
export function identityOf(call: GatewayCall, authorizer: StoredAuthorizer): string[] {
  const values = identityValues(call, authorizer.identitySource ?? '');
  if (!values) throw new GatewayFault('unauthorized', 'an identity source is missing');
  const { identityValidationExpression: pattern } = authorizer;
  const token = values[0] ?? '';
  if (authorizer.type === 'TOKEN' && pattern && !new RegExp(`^(?:${pattern})$`).test(token))
    throw new GatewayFault('unauthorized', 'the token does not look like one');
  return values;
}

/** Calls the authorizer's function whatever it said before. */
export async function askAuthorizer(
  call: GatewayCall,
  tools: AuthorisingTools,
  authorizer: StoredAuthorizer,
  identity: string[],
): Promise<AuthorizerVerdict> {
  const target = parseAwsUri(filled(call, authorizer.authorizerUri ?? ''));
  const arn = functionArnOf(target);
  if (arn === null) throw new GatewayFault('authorizerConfiguration', 'the authorizer calls no function');
  const event =
    authorizer.type === 'TOKEN'
      ? { type: 'TOKEN', methodArn: methodArn(call), authorizationToken: identity[0] }
      : { type: 'REQUEST', methodArn: methodArn(call), ...requestParts(call) };
  const body = JSON.stringify(event);
  const uri = `https://lambda.${target.region}.amazonaws.com/${target.rest}`;
  tools.log?.sending({ uri, headers: endpointHeaders(call, target), body: Buffer.from(body) });
  const { failed, payload } = await observe(tools.observed, 'authorizerFunction', () =>
    callFunction(call, tools, arn, body),
  );
  tools.log?.line(`Authorizer result body before parsing: ${payload}`);
  if (failed) {
    // The one error that means a refusal.
    if (errorMessageOf(payload) === 'Unauthorized') throw new GatewayFault('unauthorized');
    throw new GatewayFault('authorizerFailure', `the authorizer failed: ${payload.slice(0, 200)}`);
  }
  const verdict = readVerdict(parseJson(payload));
  if (!verdict) throw new GatewayFault('authorizerConfiguration', `the authorizer answered ${payload.slice(0, 200)}`);
  return verdict;
}

function filled({ stage }: GatewayCall, uri: string): string {
  return uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => stage.variables?.[name] ?? '');
}

function methodArn({ scope, restApi, stage, request, eventPath }: GatewayCall): string {
  const [account, region = ''] = scope.split('/');
  const path = eventPath.replace(/^\//, '');
  return `arn:aws:execute-api:${region}:${account}:${restApi.id}/${stage.stageName}/${request.verb}/${path}`;
}
