import type { AddPermissionCommandInput, AddPermissionCommandOutput } from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import type { FunctionStatement } from '../../model';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findFunction } from './find-function';

const actionPattern = '(lambda:[*]|lambda:[a-zA-Z]+|[*])';
const statementIdPattern = '([a-zA-Z0-9-_]+)';

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export function addPermission(
  context: Context,
  input: AddPermissionCommandInput,
): Promise<Answer<AddPermissionCommandOutput>> {
  refuseMalformed(input);
  return context.state.write((tx) => {
    const found = findFunction(context, input);
    const policy = found.policy ?? [];
    if (policy.some((statement) => statement.Sid === input.StatementId)) {
      throw new Failure(
        'ResourceConflictException',
        `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
        409,
      );
    }
    const statement = toStatement(input, found.arn);
    tx.put('functions', keyOf.function(context.scope, found.name), { ...found, policy: [...policy, statement] });
    return { Statement: JSON.stringify(statement) };
  });
}

function refuseMalformed({ Action = '', StatementId = '' }: AddPermissionCommandInput): void {
  const matches = (pattern: string, value: string) => new RegExp(`^${pattern}$`).test(value);
  const constraint = 'Member must satisfy regular expression pattern: ';
  const violations = [
    ...(matches(actionPattern, Action) ? [] : [violation(Action, 'action', constraint + actionPattern)]),
    ...(matches(statementIdPattern, StatementId)
      ? []
      : [violation(StatementId, 'statementId', constraint + statementIdPattern)]),
  ];
  if (violations.length > 0) throw validationFailure(violations);
}

function toStatement(input: AddPermissionCommandInput, Resource: string): FunctionStatement {
  const { StatementId: Sid = '', Action = '', Principal = '' } = input;
  const equals: Record<string, string> = {
    ...(input.SourceAccount ? { 'AWS:SourceAccount': input.SourceAccount } : {}),
    ...(input.PrincipalOrgID ? { 'aws:PrincipalOrgID': input.PrincipalOrgID } : {}),
    ...(input.EventSourceToken ? { 'lambda:EventSourceToken': input.EventSourceToken } : {}),
    ...(input.FunctionUrlAuthType ? { 'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType } : {}),
  };
  const Condition = {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(input.SourceArn ? { ArnLike: { 'AWS:SourceArn': input.SourceArn } } : {}),
  };
  const statement = { Sid, Effect: 'Allow' as const, Principal: principalOf(Principal), Action, Resource };
  return Object.keys(Condition).length > 0 ? { ...statement, Condition } : statement;
}

/** `apigateway.amazonaws.com` is a service, twelve digits or an ARN an account of AWS. */
function principalOf(principal: string): FunctionStatement['Principal'] {
  if (principal === '*') return '*';
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal };
}
