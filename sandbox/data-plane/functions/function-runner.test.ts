import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredFunction } from '../../model';
import { createFunctionRunner, type FunctionRunner } from './function-runner';

let runner: FunctionRunner;
beforeAll(() => {
  runner = createFunctionRunner();
});
afterAll(() => runner.close());

function fn(source: string, name = 'f'): StoredFunction {
  const arn = `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  return { name, arn, runtime: 'nodejs20.x', description: '', source };
}

const never = () => new AbortController().signal;
const call = async (source: string, event: unknown = {}, signal = never()) => {
  const { failed, payload } = await runner.invoke(fn(source), JSON.stringify(event), signal);
  return { failed, value: JSON.parse(payload) };
};

describe('handlers', () => {
  it.each([
    ['of promises', 'exports.handler = async (event) => ({ got: event.a })', { got: 1 }],
    ['that answer at once', 'exports.handler = (event) => event.a + 1', 2],
    ['with a callback', 'exports.handler = (event, context, done) => setTimeout(() => done(null, event.a), 1)', 1],
    ['that answer nothing', 'exports.handler = async () => {}', null],
    ['set on module', "module.exports = { handler: async () => require('node:path').basename('/a/b') }", 'b'],
    [
      'that look at the context',
      'exports.handler = async (e, c) => [c.functionName, c.getRemainingTimeInMillis() > 0]',
      ['f', true],
    ],
    ['that look at the environment', 'exports.handler = async () => process.env.AWS_REGION', 'us-east-1'],
  ])('%s', async (_, source, value) => {
    expect(await call(source, { a: 1 })).toEqual({ failed: false, value });
  });

  it.each([
    [
      'throw',
      "exports.handler = async () => { throw new TypeError('no') }",
      { errorType: 'TypeError', errorMessage: 'no' },
    ],
    ['reject in a callback', "exports.handler = (e, c, done) => done('plain')", { errorMessage: 'plain' }],
    ['do not exist', 'exports.nothing = 1', { errorType: 'Runtime.HandlerNotFound' }],
    ['do not parse', 'exports.handler = (', { errorType: 'SyntaxError' }],
    [
      'want what they may not',
      "require('node:child_process')",
      { errorMessage: "Cannot find module 'node:child_process'" },
    ],
    [
      'throw later',
      "exports.handler = () => new Promise(() => setTimeout(() => { throw new Error('late') }, 1))",
      { errorMessage: 'late' },
    ],
    [
      'eat memory',
      'exports.handler = async () => { const a = []; for (;;) a.push(new Array(1e6).fill(1.5)); }',
      { errorType: 'Runtime.OutOfMemory' },
    ],
    ['would end the process', 'exports.handler = async () => process.exit(3)', { errorType: 'TypeError' }],
  ])('that %s fail by themselves', async (_, source, error) => {
    expect(await call(source)).toMatchObject({ failed: true, value: error });
    expect(await call('exports.handler = async () => 1')).toEqual({ failed: false, value: 1 });
  });
});

describe('a call', () => {
  it('that takes too long is ended, even in the middle of a loop', async () => {
    const late = AbortSignal.timeout(100);
    await expect(call('exports.handler = async () => { for (;;); }', {}, late)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(await call('exports.handler = async () => 1')).toEqual({ failed: false, value: 1 });
  });

  it('finds what the one before left, until the function changes', async () => {
    const source = 'let n = 0; exports.handler = async () => (n += 1)';
    const other = fn(`${source};`, 'counting');
    const count = async (one: StoredFunction) => JSON.parse((await runner.invoke(one, '{}', never())).payload);
    expect([await count(other), await count(other)]).toEqual([1, 2]);
    expect(await count({ ...other, source })).toBe(1);
  });

  it('waits its turn when there are many', async () => {
    const source = 'exports.handler = async (event) => { await new Promise((r) => setTimeout(r, 5)); return event.n }';
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => call(source, { n })));
    expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it('that waits leaves when its time is up', async () => {
    const slow = 'exports.handler = async () => new Promise((r) => setTimeout(r, 300))';
    const running = Array.from({ length: 16 }, () => call(slow));
    const late = AbortSignal.timeout(50);
    await expect(call(slow, {}, late)).rejects.toMatchObject({ name: 'TimeoutError' });
    await Promise.all(running);
  });
});
