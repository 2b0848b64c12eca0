import type { DeploymentSnapshot, StoredAuthorizer } from '../../../model';
import { apiKeyScheme, type ExportOptions, iamScheme } from './export-method';
import { filled, type Json, sorted } from './json';

const inHeader = { type: 'apiKey', in: 'header' };

/** The schemes that methods refer to, and all authorizers. */
export function exportSecuritySchemes(snapshot: DeploymentSnapshot, { has }: ExportOptions): Json {
  const methods = snapshot.resources.flatMap(({ resourceMethods = {} }) => Object.values(resourceMethods));
  const ofAuthorizers = snapshot.authorizers.map((authorizer) => [authorizer.name, scheme(authorizer, has)] as const);
  return sorted({
    ...(methods.some(({ authorizationType }) => authorizationType === 'AWS_IAM')
      ? { [iamScheme]: { ...inHeader, name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' } }
      : {}),
    ...(methods.some(({ apiKeyRequired }) => apiKeyRequired)
      ? { [apiKeyScheme]: { ...inHeader, name: 'x-api-key' } }
      : {}),
    ...Object.fromEntries(ofAuthorizers),
  });
}

function scheme(authorizer: StoredAuthorizer, has: ExportOptions['has']): Json {
  const { type = '', identitySource, authType } = authorizer;
  const header = /^method\.request\.header\.([^,\s]+)$/.exec(identitySource ?? '')?.[1];
  // A request authorizer may look anywhere, and its scheme names nothing.
  const name = type === 'REQUEST' || header === undefined ? 'Unused' : header;
  if (!has('authorizers')) return { ...inHeader, name };
  return {
    ...inHeader,
    name,
    'x-amazon-apigateway-authtype': authType,
    'x-amazon-apigateway-authorizer': filled({
      type: type.toLowerCase(),
      providerARNs: authorizer.providerARNs,
      authorizerUri: authorizer.authorizerUri,
      authorizerCredentials: authorizer.authorizerCredentials,
      identitySource: name === 'Unused' ? identitySource : undefined,
      identityValidationExpression: authorizer.identityValidationExpression,
      authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
    }),
  };
}
