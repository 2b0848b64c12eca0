import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestGateway } from '../test-gateway';

let gateway: TestGateway;
const host = 'shop.example.com';
const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:ship';

beforeAll(async () => {
  gateway = await TestGateway.start();
  const action = (name: string) => ({
    type: 'AWS' as const,
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:states:action/${name}`,
    credentials: 'arn:aws:iam::123456789012:role/starter',
    integrationResponses: { '200': { statusCode: '200' }, '400': { statusCode: '400', selectionPattern: '4..' } },
  });
  await gateway.putApi('main', 'prod', {
    'POST /start': action('StartExecution'),
    'POST /sync': action('StartSyncExecution'),
    'POST /describe': action('DescribeExecution'),
    'POST /other': action('SendTaskSuccess'),
    'POST /unsigned': { ...action('StartExecution'), credentials: undefined },
  });
  await gateway.putDomain(host, { '': 'main/prod' });
});
afterAll(() => gateway.stop());

async function post(path: string, body: unknown) {
  const answer = await gateway.http({ host, path, method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, value: JSON.parse(answer.text) };
}

it('starts an execution, and knows it afterwards', async () => {
  const started = await post('/start', { stateMachineArn: machine, input: '{"a":1}', name: 'first' });
  expect(started.status).toBe(200);
  expect(started.value.executionArn).toBe('arn:aws:states:us-east-1:123456789012:execution:ship:first');
  expect(started.value.startDate).toBeCloseTo(Date.now() / 1000, -2);
  expect(gateway.state.list('executions')).toMatchObject([{ name: 'first', input: '{"a":1}', kind: 'async' }]);
  const described = await post('/describe', { executionArn: started.value.executionArn });
  expect(described.value).toMatchObject({ status: 'SUCCEEDED', input: '{"a":1}', output: '{"a":1}' });
});

it('starts one of the same name and input once only', async () => {
  const wanted = { stateMachineArn: machine, input: '1', name: 'twice' };
  const first = await post('/start', wanted);
  expect(await post('/start', wanted)).toEqual(first);
  const other = await post('/start', { ...wanted, input: '2' });
  expect([other.status, other.value.__type]).toEqual([
    400,
    'com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists',
  ]);
});

it('answers at once with the output', async () => {
  const { value } = await post('/sync', { stateMachineArn: machine, input: '{"a":1}' });
  expect(value).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}', stateMachineArn: machine });
  expect(value.executionArn).toMatch(/:express:ship:[\w-]+:[\w-]+$/);
});

it.each([
  ['/start', { stateMachineArn: 'nonsense' }, 400, 'InvalidArn'],
  ['/start', { stateMachineArn: machine, input: 'nonsense' }, 400, 'InvalidExecutionInput'],
  ['/start', { stateMachineArn: machine, name: 'a b' }, 400, 'InvalidName'],
  ['/describe', { executionArn: 'x' }, 400, 'ExecutionDoesNotExist'],
  ['/unsigned', {}, 400, 'MissingAuthenticationTokenException'],
])('%s %j -> %i %s', async (path, body, status, code) => {
  const answer = await post(path, body);
  expect(answer.status).toBe(status);
  expect(answer.value.__type).toContain(code);
});

it('says in the log what it cannot play', async () => {
  expect((await post('/other', {})).status).toBe(500);
  expect(gateway.log.at(-1)).toContain('SendTaskSuccess');
});
