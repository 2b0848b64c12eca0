import type { FieldValue } from '@/lib/gateway/edits';
import type { FieldName } from '@/lib/gateway/fields';
import { type Clause, changes, entry, flag, members } from './phrases';
import { targetInWords } from './targets';

const authorizationWords: Readonly<Record<string, string>> = {
  NONE: 'open to everybody',
  AWS_IAM: 'signed with AWS credentials',
  CUSTOM: 'a Lambda authorizer',
  COGNITO_USER_POOLS: 'a Cognito user pool',
};

export const methodClauses: Record<FieldName<'method'>, Clause> = {
  authorizationType: changes('authorization', (value) => authorizationWords[String(value)] ?? String(value)),
  authorizer: changes('authorizer'),
  authorizationScopes: members('authorization scopes:'),
  apiKeyRequired: flag('requires an API key', 'no longer requires an API key'),
  operationName: changes('operation name'),
  requestValidator: changes('request validator'),
  requestParameters: declared('of the request'),
  requestModels: entry((key) => `model of the request's ${key}`),
};

export const methodResponseClauses: Record<FieldName<'method-response'>, Clause> = {
  parameters: declared(''),
  models: entry((key) => `model of ${key}`),
};

/** Declarations: the value says whether it is required. */
function declared(of: string): Clause {
  return ({ before, after, key }) => {
    const name = of === '' ? targetInWords(key) : `${targetInWords(key)} ${of}`;
    if (after === null) return `${name} is no longer declared`;
    return before === null
      ? `${name} is declared${need(after)}`
      : `${name} is ${after ? 'now required' : 'now optional'}`;
  };
}

function need(required: FieldValue): string {
  return required === true ? ' and required' : '';
}
