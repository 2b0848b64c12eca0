import type { FieldName } from '@/lib/gateway/fields';
import { mapped } from './integration-clauses';
import { type Clause, changes, flag, longText, members } from './phrases';

export const authorizerClauses: Record<FieldName<'authorizer'>, Clause> = {
  type: changes('type'),
  providerArns: members('user pools:'),
  uri: changes('Lambda function'),
  credentials: changes('role'),
  identitySource: changes('identity source'),
  identityValidationExpression: changes('pattern of the token'),
  resultTtl: changes('answers are kept for', (value) => `${value} s`),
  authType: changes('authorization type in exports'),
};

export const modelClauses: Record<FieldName<'model'>, Clause> = {
  contentType: changes('content type'),
  description: changes('description'),
  schema: longText('the schema'),
};

export const validatorClauses: Record<FieldName<'validator'>, Clause> = {
  validateBody: flag('checks the body', 'no longer checks the body'),
  validateParameters: flag('checks the parameters', 'no longer checks the parameters'),
};

export const gatewayResponseClauses: Record<FieldName<'gateway-response'>, Clause> = {
  status: changes('status'),
  parameters: mapped('gateway-response', (name) => name),
  templates: longText((key) => `template for ${key}`),
};
