// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables are written ${…}
import { describe, expect, test } from 'vitest';
import { missingBinaryType, withBinaryType } from './binary-types';
import { forwardGreedy, urlSchema } from './http-fields';
import { integrationForms } from './registry';

const problems = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the URL of a back end', () => {
  test.each(['https://a.example.com', 'http://10.0.0.1:8080/x?y={id}', 'https://${stageVariables.host}/{proxy}'])(
    '%s',
    (url) => expect(problems(urlSchema, url)).toEqual([]),
  );

  test.each([
    ['', 'Enter the URL'],
    ['a.example.com', 'Start with https://'],
    ['https://', 'A host is missing'],
    ['https://a b', 'No spaces'],
    ['https://a/{proxy+}', 'without the plus'],
    ['https://a/{id', 'Braces hold'],
    ['https://a/${other.x}', 'Braces hold'],
    ['https://a/#top', 'No #'],
    ['https://a:port', 'not a URL'],
  ])('%s: %s', (url, sentence) => expect(problems(urlSchema, url).join()).toContain(sentence));

  test('a greedy route may hand on its rest, once', () => {
    expect(forwardGreedy('https://a.example.com/?x=1', '/x/{rest+}')).toBe('https://a.example.com/{rest}?x=1');
    expect(forwardGreedy('https://a.example.com/{rest}', '/x/{rest+}')).toBe('https://a.example.com/{rest}');
    expect(forwardGreedy('https://a.example.com', '/x/{id}')).toBe('https://a.example.com');
  });
});

describe('sentences stand at the fields', () => {
  const role = 'arn:aws:iam::123456789012:role/gateway';
  const link = { ...integrationForms['vpc-link'].empty(), connectionId: 'abc', url: 'http://a.example.com' };
  const machine = { ...integrationForms['step-functions'].empty(), role };
  const stateMachineArn = 'arn:aws:states:eu-west-1:123456789012:stateMachine:Orders';
  const lambda = integrationForms.lambda.empty();
  const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
  test.each([
    ['vpc-link', { ...link, version: 'v2' }, 'loadBalancer: Enter the ARN'],
    [
      'vpc-link',
      { ...link, version: 'v2', loadBalancer: 'arn:aws:s3:::x' },
      'loadBalancer: The ARN of a load balancer',
    ],
    ['vpc-link', { ...link, connectionId: '' }, 'connectionId: Choose a VPC link.'],
    ['lambda', { ...lambda, functionArn: 'f' }, 'functionArn: The ARN of a function'],
    ['lambda', { ...lambda, functionArn: `${functionArn}:prod` }, 'functionArn: Version or alias'],
    ['lambda', { ...lambda, functionArn, proxy: false, streaming: true }, 'streaming: Only with pass-through'],
    ['step-functions', { ...machine, stateMachineArn, answer: 'output' }, 'answer: Only StartSyncExecution'],
    ['step-functions', { ...machine, stateMachineArn, name: 'a"b' }, 'name: No double quotes'],
    ['s3', { region: 'x', bucket: 'a/b', key: '/k', verb: 'GET', role }, 'region: A region'],
    ['s3', { region: 'eu-west-1', bucket: 'a/b', key: 'k', verb: 'GET', role }, 'bucket: Only lower-case'],
    ['s3', { region: 'eu-west-1', bucket: 'b', key: '{proxy+}', verb: 'GET', role }, 'key: Here without the plus'],
    ['s3', { region: 'eu-west-1', bucket: 'b', key: 'k', verb: 'GET', role: '' }, 'role: Enter the ARN of the role'],
    ['mock', { status: '99', contentType: 'x', body: '', headers: [] }, 'status: A status from 200'],
    [
      'aws-other',
      { ...integrationForms['aws-other'].empty(), uri: 'arn:aws:apigateway:x:sqs' },
      'uri: After the service',
    ],
  ] as const)('%s %#', (kind, values, sentence) =>
    expect(problems(integrationForms[kind].schema, values).join(' | ')).toContain(sentence),
  );
});

test('binary documents need their type in the gateway', () => {
  expect(missingBinaryType({ binaryMediaTypes: [] }, 'a/logo.PNG')).toBe('image/png');
  expect(missingBinaryType({ binaryMediaTypes: ['image/*'] }, 'a/logo.png')).toBeNull();
  expect(missingBinaryType({ binaryMediaTypes: [] }, 'site/{proxy}')).toBe('*/*');
  expect(missingBinaryType({ binaryMediaTypes: [] }, 'index.html')).toBeNull();
  expect(withBinaryType({ binaryMediaTypes: ['image/png'] }, 'application/pdf')).toMatchObject({
    value: ['application/pdf', 'image/png'],
  });
});
