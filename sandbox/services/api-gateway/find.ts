import type { Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { notFound } from './refusals';

/** The API, or the refusal of the calls on a whole API (facts 7.1, 1). */
export function findRestApi(context: Context, id = ''): Collections['restApis'] {
  const found = context.state.get('restApis', keyOf.restApi(context.scope, id));
  if (!found) throw notFound(`Invalid API identifier specified ${context.account}:${id}`);
  return found;
}

/** The resource; an unknown API is told in the same words (facts 7.1, 2). */
export function findResource(context: Context, restApiId = '', id = ''): Collections['resources'] {
  const found = context.state.get('resources', keyOf.resource(context.scope, restApiId, id));
  if (!found) throw notFound('Invalid Resource identifier specified');
  return found;
}

export function findStage(context: Context, restApiId = '', name = ''): Collections['stages'] {
  const found = context.state.get('stages', keyOf.stage(context.scope, restApiId, name));
  if (!found) throw notFound('Invalid stage identifier specified');
  return found;
}

export function findDeployment(context: Context, restApiId = '', id = ''): Collections['deployments'] {
  const found = context.state.get('deployments', keyOf.deployment(context.scope, restApiId, id));
  if (!found) throw notFound('Invalid Deployment identifier specified');
  return found;
}

export function findAuthorizer(context: Context, restApiId = '', id = ''): Collections['authorizers'] {
  const found = context.state.get('authorizers', keyOf.authorizer(context.scope, restApiId, id));
  if (!found) throw notFound('Invalid Authorizer identifier specified');
  return found;
}

export function findModel(context: Context, restApiId = '', name = ''): Collections['models'] {
  const found = context.state.get('models', keyOf.model(context.scope, restApiId, name));
  if (!found) throw notFound(`Invalid model name specified: ${name}`);
  return found;
}

export function findRequestValidator(context: Context, restApiId = '', id = ''): Collections['requestValidators'] {
  const found = context.state.get('requestValidators', keyOf.requestValidator(context.scope, restApiId, id));
  if (!found) throw notFound('Invalid Request Validator identifier specified');
  return found;
}

export function findDocumentationPart(context: Context, restApiId = '', id = ''): Collections['documentationParts'] {
  const found = context.state.get('documentationParts', keyOf.documentationPart(context.scope, restApiId, id));
  if (!found) throw notFound('Invalid Documentation part identifier specified');
  return found;
}

export function findDocumentationVersion(
  context: Context,
  restApiId = '',
  version = '',
): Collections['documentationVersions'] {
  const key = keyOf.documentationVersion(context.scope, restApiId, version);
  const found = context.state.get('documentationVersions', key);
  if (!found) throw notFound('Invalid Documentation version identifier specified');
  return found;
}

export function findVpcLink(context: Context, id = ''): Collections['vpcLinks'] {
  const found = context.state.get('vpcLinks', keyOf.vpcLink(context.scope, id));
  if (!found) throw notFound('Invalid Vpc Link identifier specified');
  return found;
}

export function findClientCertificate(context: Context, id = ''): Collections['clientCertificates'] {
  const found = context.state.get('clientCertificates', keyOf.clientCertificate(context.scope, id));
  if (!found) throw notFound('Invalid Client Certificate identifier specified');
  return found;
}

export function findDomainName(context: Context, name = ''): Collections['domainNames'] {
  const found = context.state.get('domainNames', keyOf.domainName(context.scope, name));
  if (!found) throw notFound('Invalid domain name identifier specified');
  return found;
}

/** By its ARN, which names the account that it is kept in. */
export function findDomainNameAccessAssociation(
  context: Context,
  scope: string,
  arn = '',
): Collections['domainNameAccessAssociations'] {
  const key = keyOf.domainNameAccessAssociation(scope, arn);
  const found = context.state.get('domainNameAccessAssociations', key);
  if (!found) throw notFound('Invalid domain name access association identifier specified');
  return found;
}

export function findBasePathMapping(context: Context, domainName = '', basePath = ''): Collections['basePathMappings'] {
  findDomainName(context, domainName);
  const found = context.state.get(
    'basePathMappings',
    keyOf.basePathMapping(context.scope, domainName, basePath || '(none)'),
  );
  if (!found) throw notFound('Invalid base path mapping identifier specified');
  return found;
}
