import type { Authorizer, Snapshot } from '../model';
import { contextValue } from './context-value';
import { headerValue } from './headers';
import type { Check, CheckVerdict, Refusal, ResolveCall } from './model';
import { stageVariable } from './read-mapping';
import { refuse } from './refuse';

type Checked = { check: Check; refusal: Refusal | null };

/** What the method asks before anybody may pass; null where it asks nothing. */
export function checkAuthorization(snapshot: Snapshot, call: ResolveCall): Checked | null {
  const { authorizationType: type, authorizer } = call.route.method;
  const done = (verdict: CheckVerdict, refusal: Refusal | null = null): Checked => ({
    check: { kind: 'authorization', type, authorizer, verdict },
    refusal,
  });
  if (type === 'NONE') return null;
  if (call.options.checks === 'skip') return done('skipped');
  if (type === 'AWS_IAM') {
    if (isSigned(call)) return done('unknown');
    const sentence = 'The method wants a request signed with AWS credentials, and this one has no signature.';
    return done('refused', refuse(snapshot, call, 'MISSING_AUTHENTICATION_TOKEN', sentence));
  }
  const config = authorizer === null ? undefined : snapshot.authorizers[authorizer];
  const missing = missingIdentity(call, type, config);
  if (missing === null) return done('unknown');
  const sentence = `The authorizer ${authorizer ?? ''} reads ${missing}, and the request has none that fits: it is refused before anybody is asked.`;
  return done('refused', refuse(snapshot, call, 'UNAUTHORIZED', sentence));
}

function isSigned({ request, query }: ResolveCall): boolean {
  const authorization = headerValue(request.headers, 'Authorization');
  return (
    (authorization?.startsWith('AWS4-HMAC-SHA256 ') ?? false) || query.some(([name]) => name === 'X-Amz-Signature')
  );
}

/** The identity source that the request lacks; a REQUEST authorizer without a cache is asked all the same. */
function missingIdentity(call: ResolveCall, type: 'CUSTOM' | 'COGNITO_USER_POOLS', config?: Authorizer): string | null {
  if (config?.type === 'REQUEST' && config.resultTtl === 0) return null;
  const standard =
    type === 'COGNITO_USER_POOLS' || config?.type !== 'REQUEST' ? 'method.request.header.Authorization' : '';
  const sources = (config?.identitySource ?? standard).split(',').map((source) => source.trim());
  const pattern = config?.type === 'TOKEN' ? config.identityValidationExpression : null;
  return sources.find((source) => source !== '' && !isThere(identity(call, source), pattern)) ?? null;
}

function isThere(value: string | undefined, pattern: string | null): boolean {
  if (value === undefined || value === '') return false;
  if (pattern === null) return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    // A pattern that Java's regular expressions know and JavaScript's don't.
    return true;
  }
}

function identity(call: ResolveCall, source: string): string | undefined {
  const [, place, name = ''] =
    /^(method\.request\.header|method\.request\.querystring|context|stageVariables)\.(.+)$/.exec(source) ?? [];
  if (place === 'method.request.header') return headerValue(call.request.headers, name);
  if (place === 'method.request.querystring') return call.query.findLast(([each]) => each === name)?.[1];
  if (place === 'context') return contextValue(call, name);
  return place === 'stageVariables' ? stageVariable(call, name) : undefined;
}

/** Whether the request brings an API key where the method wants one; which keys are good, only AWS knows. */
export function checkApiKey(snapshot: Snapshot, call: ResolveCall): Checked | null {
  if (!call.route.method.apiKeyRequired) return null;
  const done = (verdict: CheckVerdict, refusal: Refusal | null = null): Checked => ({
    check: { kind: 'api-key', verdict },
    refusal,
  });
  if (call.options.checks === 'skip') return done('skipped');
  if (snapshot.api.apiKeySource === 'AUTHORIZER' || headerValue(call.request.headers, 'x-api-key'))
    return done('unknown');
  const sentence = 'The method wants an API key, and the request has no x-api-key header.';
  return done('refused', refuse(snapshot, call, 'INVALID_API_KEY', sentence));
}
