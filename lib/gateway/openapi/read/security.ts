import type { Authorizer, Method, Snapshot } from '@/lib/gateway/model';
import { apiKeyHeader, awsSigV4, extension } from '../words';
import {
  choiceOf,
  entriesOf,
  get,
  isThere,
  itemsOf,
  type Node,
  problem,
  type Reading,
  textOf,
  textsOf,
  warn,
  wholeNumberOf,
} from './reading';

type Security = Pick<Method, 'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'>;

export interface Schemes {
  authorizers: Snapshot['authorizers'];
  securityOf(operation: Node): Security;
}

/** What a scheme means to API Gateway. */
type Meaning = { is: 'authorizer'; type: Authorizer['type'] } | { is: 'iam' } | { is: 'api-key' } | { is: 'nothing' };

export function readSecurity(reading: Reading, base: Snapshot['authorizers']): Schemes {
  const { root, isSwagger } = reading;
  const place = isSwagger ? get(root, 'securityDefinitions') : get(root, 'components', 'securitySchemes');
  const authorizers: Snapshot['authorizers'] = {};
  const meanings = new Map<string, Meaning>();
  for (const [name, node] of entriesOf(reading, place)) {
    // A document may name an authorizer without saying what it is, such as an export without extensions.
    const isPlain = meaningOf(node).is === 'nothing';
    const authorizer = readAuthorizer(reading, node) ?? (isPlain && Object.hasOwn(base, name) ? base[name] : null);
    if (authorizer) authorizers[name] = authorizer;
    meanings.set(name, authorizer ? { is: 'authorizer', type: authorizer.type } : meaningOf(node));
  }
  if (isThere(get(root, 'security')))
    warn(reading, get(root, 'security'), 'API Gateway ignores security at the root: it counts at each operation only.');
  return { authorizers, securityOf: (operation) => readOperationSecurity(reading, operation, meanings) };
}

function readAuthorizer(reading: Reading, scheme: Node): Authorizer | null {
  const node = get(scheme, extension.authorizer);
  if (!isThere(node)) return null;
  const type = choiceOf(reading, get(node, 'type'), ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']);
  if (type === null) {
    if (!isThere(get(node, 'type'))) problem(reading, node, 'The type of the authorizer is missing.');
    return null;
  }
  return {
    type,
    providerArns: textsOf(reading, get(node, 'providerARNs')),
    uri: textOf(reading, get(node, 'authorizerUri')),
    credentials: textOf(reading, get(node, 'authorizerCredentials')),
    identitySource: textOf(reading, get(node, 'identitySource')) ?? identityOf(reading, scheme),
    identityValidationExpression: textOf(reading, get(node, 'identityValidationExpression')),
    resultTtl: wholeNumberOf(reading, get(node, 'authorizerResultTtlInSeconds'), 0, 3600) ?? 300,
    authType: textOf(reading, get(scheme, extension.authType)),
  };
}

function identityOf(reading: Reading, scheme: Node): string | null {
  const name = textOf(reading, get(scheme, 'name'));
  if (name === null || name === 'Unused') return null;
  return `method.request.${get(scheme, 'in').value === 'query' ? 'querystring' : 'header'}.${name}`;
}

function meaningOf(scheme: Node): Meaning {
  const value = (key: string) => String(get(scheme, key).value).toLowerCase();
  if (value(extension.authType) === awsSigV4.toLowerCase()) return { is: 'iam' };
  if (value('type') === 'apikey' && value('in') === 'header' && value('name') === apiKeyHeader)
    return { is: 'api-key' };
  return { is: 'nothing' };
}

function readOperationSecurity(reading: Reading, operation: Node, meanings: ReadonlyMap<string, Meaning>): Security {
  const security: Security = {
    authorizationType: 'NONE',
    authorizer: null,
    authorizationScopes: [],
    apiKeyRequired: false,
  };
  if (get(operation, extension.auth, 'type').value === 'AWS_IAM') security.authorizationType = 'AWS_IAM';
  for (const item of itemsOf(reading, get(operation, 'security')))
    for (const [name, scopes] of entriesOf(reading, item)) {
      const meaning = meanings.get(name);
      if (meaning === undefined) problem(reading, scopes, `The document has no security scheme ${name}.`);
      else if (meaning.is === 'nothing')
        warn(reading, scopes, `API Gateway ignores the security scheme ${name}: the route stays open.`);
      else if (meaning.is === 'api-key') security.apiKeyRequired = true;
      else if (security.authorizationType !== 'NONE')
        problem(reading, scopes, 'A route has one kind of authorization at most.');
      else {
        security.authorizationScopes = textsOf(reading, scopes);
        if (meaning.is === 'iam') security.authorizationType = 'AWS_IAM';
        else {
          security.authorizationType = meaning.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM';
          security.authorizer = name;
        }
      }
    }
  return security;
}
