import 'server-only';
import { isRead } from '../is-read';
import { extraPermissions } from './extra-permissions';
import { type Feature, features, featureTitles, listOperations } from './operations';
import { permissionOf } from './permission-of';
import { type NamedPolicy, operatorPolicies, readOnlyPolicies } from './policies';
import type { PolicyScope } from './scope';
import { assumePolicy, trustPolicy } from './trust-policies';

/** What stands in the document for what is known only in an account. */
const example: PolicyScope = {
  region: 'eu-central-1',
  account: '123456789012',
  restApiId: 'a1b2c3d4e5',
  zoneIds: ['Z0123456789EXAMPLE'],
  roleArns: ['arn:aws:iam::123456789012:role/gateway-integrations'],
};

/** `docs/aws-permissions.md`: the policies for an example account, and which call needs what. */
export function permissionsDocument(): string {
  const external = 'the value of GATEHOUSE_AWS_EXTERNAL_ID';
  const starts = 'arn:aws:iam::123456789012:role/what-gatehouse-starts-with';
  return `${[
    '# What Gatehouse may do on AWS',
    '',
    'Generated from the table of calls (`lib/aws/iam/operations.ts`) by `npm run aws:permissions`; a test compares it. The console shows the',
    'same policies for your own gateway, zones and roles under **Settings, Connection**: copy them there. Here they are made for the account',
    '123456789012, the gateway `a1b2c3d4e5` in `eu-central-1` and one hosted zone.',
    '',
    'API Gateway has no permission by operation: its actions are HTTP methods, its resources are paths, and `*` stands for slashes, too. So',
    '`apigateway:DELETE` is allowed on the parts of the gateway and not on the gateway itself. `*` as a resource stands only where AWS',
    'has nothing smaller: lists, and certificates before they exist.',
    '',
    '## To look',
    ...readOnlyPolicies(example).flatMap(policySection),
    '',
    '## To change, in addition',
    '',
    'Records can be written in the zones that are named, of the types that are published; only certificates that were requested here can',
    'be deleted, by their tag. `iam:PassRole` stands there for the roles that integrations and authorizers of the gateway use.',
    ...operatorPolicies(example).flatMap(policySection),
    '',
    '## To assume a role',
    '',
    'The trust policy of the role that the policies above are attached to:',
    '',
    ...json(trustPolicy({ principalArn: starts, externalId: external })),
    '',
    'What the identity that Gatehouse starts with needs for it, and nothing else:',
    '',
    ...json(assumePolicy('arn:aws:iam::123456789012:role/Gatehouse')),
    '',
    '## By call',
    '',
    'GetCallerIdentity, by which the console learns who it is, needs no permission.',
    ...features.flatMap(featureSection),
  ].join('\n')}\n`;
}

function policySection({ name, document }: NamedPolicy): string[] {
  return ['', `\`${name}\``, '', ...json(document)];
}

function json(value: object): string[] {
  return ['```json', JSON.stringify(value, null, 2), '```'];
}

function featureSection(feature: Feature): string[] {
  const calls = listOperations().filter((row) => row.feature === feature);
  const extras = extraPermissions(example).filter((row) => row.feature === feature);
  const cell = (resources: string[]) => resources.map((resource) => `\`${resource}\``).join('<br>');
  return [
    '',
    `### ${featureTitles[feature]}`,
    '',
    '| call | policy | action | resource |',
    '| --- | --- | --- | --- |',
    ...calls.map((row) => {
      const { action, resources } = permissionOf(row, example);
      const policy = isRead(row.operation) ? 'read-only' : 'operator';
      return `| ${row.operation} | ${policy} | \`${action}\` | ${cell(resources)} |`;
    }),
    ...extras.map(({ action, resources, note }) => `| ${note} | operator | \`${action}\` | ${cell(resources)} |`),
  ];
}
