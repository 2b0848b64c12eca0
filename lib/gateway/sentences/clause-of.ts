import type { Difference } from '@/lib/gateway/edits';
import type { FieldName } from '@/lib/gateway/fields';
import type { SubjectKind } from '@/lib/gateway/subjects';
import { apiClauses } from './api-clauses';
import { integrationClauses, integrationResponseClauses } from './integration-clauses';
import { methodClauses, methodResponseClauses } from './method-clauses';
import { type Clause, changes } from './phrases';
import { authorizerClauses, gatewayResponseClauses, modelClauses, validatorClauses } from './shared-clauses';
import { stageClauses } from './stage-clauses';

/** The words of every field of every subject: a new field doesn't compile without its own. */
const clauses: { [Kind in SubjectKind]: Record<FieldName<Kind>, Clause> } = {
  api: apiClauses,
  resource: {},
  method: methodClauses,
  'method-response': methodResponseClauses,
  integration: integrationClauses,
  'integration-response': integrationResponseClauses,
  authorizer: authorizerClauses,
  model: modelClauses,
  validator: validatorClauses,
  'gateway-response': gatewayResponseClauses,
  stage: stageClauses,
};

/** What happened to a field: `timeout 29 s -> 10 s`. */
export function clauseOf(difference: Extract<Difference, { change: 'changed' }>): string {
  const { subject, field, key, before, after } = difference;
  const ofKind: Readonly<Record<string, Clause>> = clauses[subject.kind];
  const clause = Object.hasOwn(ofKind, field) ? ofKind[field] : undefined;
  return (clause ?? changes(field))({ before, after, key: key ?? '' });
}
