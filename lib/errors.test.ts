import { expect, test, vi } from 'vitest';

test('errors are known across copies of their modules, which a bundler makes', async () => {
  const one = { ...(await import('@/lib/errors')), ...(await import('@/lib/aws/errors')) };
  vi.resetModules();
  const other = { ...(await import('@/lib/errors')), ...(await import('@/lib/aws/errors')) };
  expect(other.AwsError).not.toBe(one.AwsError);
  const aws = new one.AwsError({
    kind: 'not-found',
    sentence: 'Gone.',
    fix: '',
    actor: 'us',
    retryable: false,
    service: 'acm',
    operation: 'DescribeCertificate',
    awsCode: null,
    awsMessage: null,
    status: 404,
    requestId: null,
    retryAt: null,
    reference: null,
  });
  const plain = new one.ExpectedError('invalid', 'No.');
  expect(
    aws instanceof other.AwsError && aws instanceof other.ExpectedError && plain instanceof other.ExpectedError,
  ).toBe(true);
  expect(plain instanceof other.AwsError || new Error('x') instanceof other.ExpectedError).toBe(false);
  expect(JSON.parse(JSON.stringify({ ...aws }))).toMatchObject({ kind: 'not-found', status: 404 });
});

test('a subclass of ours is told apart as usual', async () => {
  const { ExpectedError } = await import('@/lib/errors');
  class Special extends ExpectedError {}
  expect(new Special('invalid', 'No.') instanceof Special).toBe(true);
  expect(new ExpectedError('invalid', 'No.') instanceof Special).toBe(false);
  expect(new Special('invalid', 'No.') instanceof ExpectedError).toBe(true);
});
