// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables are written ${…}
import { expect, test } from 'vitest';
import { emptyMethod } from '@/lib/gateway/defaults';
import { lambda } from './lambda';
import { lambdaPermissions } from './lambda-permission';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const integrationOf = (functionArn: string, qualifier: string, credentials: string | null = null) => {
  const { integration } = lambda.toMethod(
    emptyMethod(),
    { proxy: true, functionArn, qualifier, streaming: false },
    '/',
  );
  return integration && { ...integration, credentials };
};
const gateway = {
  restApiId: 'abc123',
  region: 'eu-west-1',
  stages: [
    { name: 'prod', variables: { alias: 'live' } },
    { name: 'blue', variables: { alias: 'live' } },
    { name: 'dev', variables: { alias: 'next' } },
  ],
};
const route = (integration: ReturnType<typeof integrationOf>, verb = 'GET') => ({
  integration,
  path: '/orders/{id}/{proxy+}',
  verb,
});

test('one statement for a fixed function, path variables and ANY as stars', () => {
  const [permission, ...others] = lambdaPermissions(route(integrationOf(arn, 'prod'), 'ANY'), gateway);
  expect(others).toEqual([]);
  expect(permission).toMatchObject({
    functionArn: `${arn}:prod`,
    stage: null,
    sourceArn: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*/*/orders/*/*',
    statement: {
      Sid: 'gatehouse-abc123-any-orders-any-any',
      Resource: `${arn}:prod`,
      Principal: { Service: 'apigateway.amazonaws.com' },
    },
  });
  expect(permission?.command).toBe(
    [
      `aws lambda add-permission --function-name '${arn}'`,
      "--qualifier 'prod'",
      '--statement-id gatehouse-abc123-any-orders-any-any --action lambda:InvokeFunction --principal apigateway.amazonaws.com',
      "--source-arn 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*/*/orders/*/*'",
    ].join(' \\\n  '),
  );
});

test('one for each function that stage variables lead to', () => {
  const permissions = lambdaPermissions(route(integrationOf(arn, '${stageVariables.alias}')), gateway);
  expect(permissions.map(({ functionArn, stage }) => [functionArn, stage])).toEqual([
    [`${arn}:live`, 'prod'],
    [`${arn}:next`, 'dev'],
  ]);
});

test('none where a role calls the function, or nothing is a function', () => {
  expect(lambdaPermissions(route(integrationOf(arn, '', 'arn:aws:iam::123456789012:role/x')), gateway)).toEqual([]);
  expect(lambdaPermissions(route(null), gateway)).toEqual([]);
});
