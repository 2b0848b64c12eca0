import type { Integration, StageSettings } from '@/lib/gateway/model';
import { lambdaTarget } from './lambda';
import { partitionOf } from './service-uri';

export interface LambdaPermission {
  /** Of the function, with its alias or version if it has one. */
  functionArn: string;
  /** `null`: the same for all stages. */
  stage: string | null;
  sourceArn: string;
  /** The statement of the function's resource policy. */
  statement: object;
  /** For a shell. */
  command: string;
}

interface Route {
  integration: Pick<Integration, 'type' | 'uri' | 'credentials'> | null;
  path: string;
  verb: string;
}

interface Gateway {
  restApiId: string;
  region: string;
  /** Of the gateway; without it that of the function, which is mostly the same. */
  accountId?: string;
  /** Their variables may choose the function. */
  stages: { name: string; variables: StageSettings['variables'] }[];
}

/**
 * The permissions without which Lambda refuses the route's calls with 500. None where a role makes the call. Stages whose
 * variables lead to one function share a permission.
 */
export function lambdaPermissions({ integration, path, verb }: Route, gateway: Gateway): LambdaPermission[] {
  const target = integration?.credentials === null ? lambdaTarget(integration.uri) : null;
  if (target === null) return [];
  const arn = target.qualifier === '' ? target.functionArn : `${target.functionArn}:${target.qualifier}`;
  const sourceArn = sourceArnOf(path, verb, gateway, arn);
  if (!arn.includes('${')) return [permission(arn, null, sourceArn)];
  const permissions = new Map<string, LambdaPermission>();
  for (const { name, variables } of gateway.stages) {
    const resolved = arn.replaceAll(/\$\{stageVariables\.(\w+)\}/g, (_, variable: string) => variables[variable] ?? '');
    if (!permissions.has(resolved)) permissions.set(resolved, permission(resolved, name, sourceArn));
  }
  return [...permissions.values()];
}

/** Any stage; path variables as `*`. */
function sourceArnOf(
  path: string,
  verb: string,
  { restApiId, region, accountId }: Gateway,
  functionArn: string,
): string {
  const account = accountId ?? functionArn.split(':')[4] ?? '';
  const resource = path.replaceAll(/\{[^{}]+\}/g, '*');
  return `arn:${partitionOf(region)}:execute-api:${region}:${account}:${restApiId}/*/${verb === 'ANY' ? '*' : verb}${resource}`;
}

function permission(functionArn: string, stage: string | null, sourceArn: string): LambdaPermission {
  const id = statementId(sourceArn);
  const plain = functionArn.split(':').slice(0, 7).join(':');
  const qualifier = functionArn.split(':')[7] ?? '';
  const statement = {
    Sid: id,
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: functionArn,
    Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } },
  };
  const command = [
    `aws lambda add-permission --function-name ${shell(plain)}`,
    ...(qualifier === '' ? [] : [`--qualifier ${shell(qualifier)}`]),
    `--statement-id ${id} --action lambda:InvokeFunction --principal apigateway.amazonaws.com`,
    `--source-arn ${shell(sourceArn)}`,
  ].join(' \\\n  ');
  return { functionArn, stage, sourceArn, statement, command };
}

/** Letters, digits, - and _, at most 100: `gatehouse-abc123-GET-orders-any`. */
function statementId(sourceArn: string): string {
  const [api = '', , ...route] = (sourceArn.split(':')[5] ?? '').split('/');
  const words = [api, ...route].map((word) => word.replaceAll('*', 'any').replaceAll(/[^A-Za-z0-9]+/g, '-'));
  return `gatehouse-${words.filter((word) => word !== '').join('-')}`.slice(0, 100);
}

const shell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
