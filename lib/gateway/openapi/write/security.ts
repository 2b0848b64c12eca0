import type { Authorizer, Method, Snapshot } from '@/lib/gateway/model';
import { type Json, said } from '../json';
import { apiKeyHeader, awsSigV4, extension } from '../words';

export interface Schemes {
  /** `components.securitySchemes`, those in use and all authorizers. */
  schemes: Json;
  /** `security` of an operation. */
  securityOf(method: Method): Json[];
}

export function writeSecurity({ authorizers, resources }: Pick<Snapshot, 'authorizers' | 'resources'>): Schemes {
  const free = (name: string): string => (Object.hasOwn(authorizers, name) ? free(`${name}_`) : name);
  const [apiKey, sigV4] = [free('api_key'), free('sigv4')];
  const methods = Object.values(resources).flatMap(({ methods }) => Object.values(methods));
  const byAuthorizer = Object.entries(authorizers).map(([name, authorizer]) => [name, writeAuthorizer(authorizer)]);
  return {
    schemes: {
      ...Object.fromEntries(byAuthorizer),
      ...(methods.some((method) => method.apiKeyRequired) ? { [apiKey]: headerScheme(apiKeyHeader) } : {}),
      ...(methods.some((method) => method.authorizationType === 'AWS_IAM')
        ? { [sigV4]: { ...headerScheme('Authorization'), [extension.authType]: awsSigV4 } }
        : {}),
    },
    securityOf({ authorizationType, authorizer, authorizationScopes, apiKeyRequired }) {
      const scheme = authorizationType === 'AWS_IAM' ? sigV4 : authorizer;
      const all = [
        ...(scheme === null ? [] : [[scheme, authorizationScopes]]),
        ...(apiKeyRequired ? [[apiKey, []]] : []),
      ];
      return all.length === 0 ? [] : [Object.fromEntries(all)];
    },
  };
}

const headerScheme = (name: string): Json => ({ type: 'apiKey', name, in: 'header' });

function writeAuthorizer(authorizer: Authorizer): Json {
  // What AWS writes by itself.
  const standard = authorizer.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom';
  return {
    ...identityScheme(authorizer.identitySource),
    [extension.authType]: authorizer.authType ?? standard,
    [extension.authorizer]: {
      type: authorizer.type.toLowerCase(),
      ...said({
        authorizerUri: authorizer.uri,
        authorizerCredentials: authorizer.credentials,
        identitySource: authorizer.identitySource,
        identityValidationExpression: authorizer.identityValidationExpression,
        providerARNs: authorizer.providerArns,
      }),
      authorizerResultTtlInSeconds: authorizer.resultTtl,
    },
  };
}

/** OpenAPI knows schemes with one header or query parameter; for anything else AWS wants the word `Unused`. */
function identityScheme(identitySource: string | null): Json {
  const single = /^method\.request\.(header|querystring)\.([^,\s]+)$/.exec(identitySource ?? '');
  if (!single) return headerScheme('Unused');
  return { type: 'apiKey', name: single[2], in: single[1] === 'header' ? 'header' : 'query' };
}
