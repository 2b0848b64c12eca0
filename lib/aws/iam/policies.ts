import 'server-only';
import { isRead } from '../is-read';
import { extraPermissions } from './extra-permissions';
import { listOperations } from './operations';
import { permissionOf } from './permission-of';
import type { PolicyScope } from './scope';

interface Statement {
  Sid: string;
  Effect: 'Allow';
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: Statement[];
}

export interface NamedPolicy {
  name: string;
  document: PolicyDocument;
}

/** IAM counts a managed policy without its white space, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const maxPolicyCharacters = 6_144;

/** What looking takes: enough for every page, the sync and the preflight's reads. */
export function readOnlyPolicies(scope: PolicyScope): NamedPolicy[] {
  return pack(
    'GatehouseReadOnly',
    statementsOf(scope, (operation) => isRead(operation)),
  );
}

/** What changing takes in addition. */
export function operatorPolicies(scope: PolicyScope): NamedPolicy[] {
  const statements = [...statementsOf(scope, (operation) => !isRead(operation)), ...extraStatements(scope)];
  return pack('GatehouseOperator', statements);
}

/** Statements by service and action; actions on the same resources under the same conditions share one. */
function statementsOf(scope: PolicyScope, wanted: (operation: string) => boolean): Statement[] {
  const byAction = new Map<string, Set<string>>();
  for (const row of listOperations()) {
    if (!wanted(row.operation)) continue;
    const { action, resources } = permissionOf(row, scope);
    const known = byAction.get(action) ?? new Set();
    for (const each of resources) known.add(each);
    byAction.set(action, known);
  }
  const statements = new Map<string, Statement>();
  for (const [action, resources] of [...byAction].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const Resource = withoutCovered([...resources]).sort();
    const Condition = conditionOf(action);
    const key = JSON.stringify([action.split(':')[0], Resource, Condition]);
    const same = statements.get(key);
    if (same) same.Action.push(action);
    else statements.set(key, { Sid: sidOf(action), Effect: 'Allow', Action: [action], Resource, ...Condition });
  }
  return [...statements.values()];
}

function extraStatements(scope: PolicyScope): Statement[] {
  return extraPermissions(scope).map(({ sid, action, resources, condition }) => ({
    Sid: sid,
    Effect: 'Allow',
    Action: [action],
    Resource: resources,
    ...(condition ? { Condition: condition } : {}),
  }));
}

/** Limits beyond the resource, where AWS has them. */
function conditionOf(action: string): Pick<Statement, 'Condition'> {
  switch (action) {
    case 'route53:ChangeResourceRecordSets':
      // What is published: validation records, and aliases to the gateway; the doctor adds Amazon to CAA records that forbid it.
      return {
        Condition: {
          'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['A', 'AAAA', 'CAA', 'CNAME'] },
        },
      };
    case 'acm:RequestCertificate':
      return { Condition: { StringEquals: { 'acm:ValidationMethod': 'DNS' } } };
    case 'acm:DeleteCertificate':
      // Only certificates that were requested here carry the tag.
      return { Condition: { Null: { 'aws:ResourceTag/gatehouse:tenant': 'false' } } };
    default:
      return {};
  }
}

const sids: Record<string, string> = {
  'apigateway:GET': 'ReadGateway',
  'apigateway:POST': 'CreateInGateway',
  'apigateway:PUT': 'PutInGateway',
  'apigateway:PATCH': 'UpdateGateway',
  'apigateway:DELETE': 'DeleteInGateway',
};

function sidOf(action: string): string {
  return sids[action] ?? action.replace(/^\w+:/, '');
}

/** Leaves out what a wildcard beside it covers; in IAM `*` stands for slashes, too. */
function withoutCovered(resources: string[]): string[] {
  const covers = (pattern: string, value: string) =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`).test(value);
  return resources.filter((each) => !resources.some((other) => other !== each && covers(other, each)));
}

/** As many statements in a policy as fit; a statement that alone is too long is cut by its resources. */
function pack(name: string, statements: Statement[]): NamedPolicy[] {
  const documents: PolicyDocument[] = [];
  for (const statement of statements.flatMap(cut)) {
    const last = documents.at(-1);
    const grown: PolicyDocument = { Version: '2012-10-17', Statement: [...(last?.Statement ?? []), statement] };
    if (last && lengthOf(grown) <= maxPolicyCharacters) last.Statement.push(statement);
    else documents.push({ Version: '2012-10-17', Statement: [statement] });
  }
  return documents.map((document, index) => ({ name: index === 0 ? name : `${name}${index + 1}`, document }));
}

function cut(statement: Statement): Statement[] {
  if (lengthOf({ Version: '2012-10-17', Statement: [statement] }) <= maxPolicyCharacters) return [statement];
  const half = Math.ceil(statement.Resource.length / 2);
  if (half === statement.Resource.length) return [statement];
  const part = (Resource: string[], mark: string) => cut({ ...statement, Sid: `${statement.Sid}${mark}`, Resource });
  return [...part(statement.Resource.slice(0, half), 'A'), ...part(statement.Resource.slice(half), 'B')];
}

export function lengthOf(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}
