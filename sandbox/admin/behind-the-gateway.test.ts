import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const message = expect.any(String);

describe('/_sandbox/functions', () => {
  it('registers, lists and removes functions that Lambda then has', async () => {
    const source = 'exports.handler = async () => 1';
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:mine';
    expect(await sandbox.admin('POST', 'functions', { name: 'mine', source, description: 'My own' })).toMatchObject({
      arn,
    });
    expect(await sandbox.admin('GET', 'functions')).toMatchObject([{ name: 'mine', source, runtime: 'nodejs20.x' }]);
    const lambda = new LambdaClient({
      endpoint: sandbox.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
    });
    expect((await lambda.send(new ListFunctionsCommand({}))).Functions).toMatchObject([{ FunctionName: 'mine' }]);
    lambda.destroy();
    expect(await sandbox.admin('DELETE', 'functions?name=mine')).toEqual({ removed: 1 });
    expect(await sandbox.admin('GET', 'functions')).toEqual([]);
  });

  it.each([[{ name: 'a b', source: 'x' }], [{ name: 'a' }], [{ name: 'a', source: 'x', more: 1 }], ['text']])(
    'refuses %j',
    async (body) => {
      expect(await sandbox.admin('POST', 'functions', body)).toEqual({ message });
    },
  );

  it('is not for web pages', async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/functions`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
      body: JSON.stringify({ name: 'evil', source: 'x' }),
    });
    expect(answer.status).toBe(403);
    expect(await sandbox.admin('GET', 'functions')).toEqual([]);
  });
});

describe('/_sandbox/load-balancers', () => {
  it('binds a name to a port of this machine', async () => {
    const wanted = { dnsName: 'mine.elb.test', url: 'http://127.0.0.1:9', isPublic: true };
    const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/mine/0123456789abcdef';
    expect(await sandbox.admin('PUT', 'load-balancers', wanted)).toEqual({ ...wanted, arn, description: '' });
    expect(await sandbox.admin('GET', 'load-balancers')).toContainEqual({ ...wanted, arn, description: '' });
    expect(await sandbox.admin('DELETE', 'load-balancers?dnsName=mine.elb.test')).toEqual({ removed: 1 });
    expect(await sandbox.admin('DELETE', 'load-balancers?dnsName=mine.elb.test')).toEqual({ message });
  });

  it.each(['http://127.0.0.1:9/path', 'ftp://x', 'http://user@host'])('refuses to lead to %s', async (url) => {
    expect(await sandbox.admin('PUT', 'load-balancers', { dnsName: 'a.b', url })).toEqual({ message });
  });
});

it('/_sandbox/back-ends tells where integrations may lead', async () => {
  expect(await sandbox.admin('GET', 'back-ends')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: 'microserviceV2',
        url: 'http://orders-v2.backends.example.com',
        localUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        reachedBy: 'internet',
      }),
    ]),
  );
});
