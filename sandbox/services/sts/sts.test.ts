import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { signedHeaders } from '../../testing/signed-headers';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

function clientOf(accessKeyId: string): STSClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  return new STSClient({ endpoint: sandbox.url, region: 'eu-west-1', maxAttempts: 1, credentials });
}

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(sandbox.url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
  });

describe('GetCallerIdentity', () => {
  it.each([
    ['AKIATEST', '123456789012'],
    ['210987654321', '210987654321'],
  ])('says whose the key %s is', async (key, account) => {
    expect(await clientOf(key).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: account,
      Arn: `arn:aws:iam::${account}:user/sandbox`,
      UserId: expect.stringMatching(/^AIDA\w{17}$/),
    });
  });
});

describe('STS refuses', () => {
  it('a request without a signature', async () => {
    const answer = await post('Action=GetCallerIdentity&Version=2011-06-15');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it.each([
    ['Action=Sing&Version=2011-06-15', 'InvalidAction', 'Could not find operation Sing for version 2011-06-15'],
    ['Version=2011-06-15', 'MissingAction', 'Missing Action'],
    ['', 'MissingAction', 'Missing Action'],
  ])('%j', async (body, code, message) => {
    const answer = await post(body, signedHeaders('sts'));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`<Code>${code}</Code><Message>${message}</Message>`);
  });

  it('what the sandbox has not, by name', async () => {
    await expect(clientOf('AKIATEST').send(new GetSessionTokenCommand({}))).rejects.toThrow(
      /no behaviour for sts GetSessionToken/,
    );
  });
});
