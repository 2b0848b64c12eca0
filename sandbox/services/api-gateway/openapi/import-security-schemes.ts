import type { Authorizer } from '@aws-sdk/client-api-gateway';
import { defined } from '../defined';
import { type Flavour, securitySchemesOf } from './flavour';
import { asList, asRecord, asText, type Json } from './json';

/** What a requirement of a method means, by the name of its scheme. */
type Meaning = 'iam' | 'api-key' | 'custom' | 'cognito';

export interface ImportedSchemes {
  meanings: Record<string, Meaning>;
  authorizers: (Authorizer & { name: string })[];
}

export function importSecuritySchemes(document: Json, flavour: Flavour): ImportedSchemes {
  const found: ImportedSchemes = { meanings: {}, authorizers: [] };
  for (const [name, value] of Object.entries(securitySchemesOf(document, flavour))) {
    const scheme = asRecord(value);
    const authorizer = scheme['x-amazon-apigateway-authorizer'];
    const authType = asText(scheme['x-amazon-apigateway-authtype']);
    if (authorizer !== undefined) {
      const imported = importAuthorizer(name, scheme, asRecord(authorizer));
      found.authorizers.push(imported);
      found.meanings[name] = imported.type === 'COGNITO_USER_POOLS' ? 'cognito' : 'custom';
    } else if (authType?.toLowerCase() === 'awssigv4') found.meanings[name] = 'iam';
    else if (asText(scheme.name)?.toLowerCase() === 'x-api-key') found.meanings[name] = 'api-key';
  }
  return found;
}

function importAuthorizer(name: string, scheme: Json, given: Json): Authorizer & { name: string } {
  const type = (asText(given.type) ?? 'token').toUpperCase() as Authorizer['type'];
  const header = asText(scheme.name);
  const fromHeader = header === undefined || header === 'Unused' ? undefined : `method.request.header.${header}`;
  const providerARNs = asList(given.providerARNs).map(String);
  return defined({
    name,
    type,
    providerARNs: providerARNs.length > 0 ? providerARNs : undefined,
    authType:
      asText(scheme['x-amazon-apigateway-authtype']) ??
      (type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
    authorizerUri: asText(given.authorizerUri),
    authorizerCredentials: asText(given.authorizerCredentials),
    identitySource: asText(given.identitySource) ?? fromHeader,
    identityValidationExpression: asText(given.identityValidationExpression),
    authorizerResultTtlInSeconds:
      given.authorizerResultTtlInSeconds === undefined ? 300 : Number(given.authorizerResultTtlInSeconds),
  });
}
