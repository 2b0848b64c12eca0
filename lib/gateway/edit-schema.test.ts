import { describe, expect, it } from 'vitest';
import { emptyIntegration, emptyMethod } from './defaults';
import { editSchema, methodSchema } from './edit-schema';

const at = { path: '/orders/{id}', verb: 'GET' } as const;

function problemsOf(edit: unknown): string[] {
  const parsed = editSchema.safeParse(edit);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('editSchema', () => {
  it('takes edits of all kinds', () => {
    const edits = [
      { op: 'put', subject: { kind: 'method', ...at }, value: { ...emptyMethod(), integration: emptyIntegration() } },
      { op: 'put', subject: { kind: 'resource', path: '/a/{b+}' }, value: { methods: {} } },
      { op: 'remove', subject: { kind: 'model', name: 'Pet' } },
      { op: 'set', subject: { kind: 'integration', ...at }, field: 'timeoutMs', key: null, value: 100 },
      { op: 'set', subject: { kind: 'integration', ...at }, field: 'contentHandling', key: null, value: null },
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'tier', value: 'a' },
      {
        op: 'set',
        subject: { kind: 'method', ...at },
        field: 'requestParameters',
        key: 'method.request.path.id',
        value: true,
      },
    ];
    for (const edit of edits) expect(editSchema.parse(edit)).toEqual(edit);
  });

  it('says at which field what is wrong', () => {
    const method = { ...emptyMethod(), integration: { ...emptyIntegration(), timeoutMs: 10 } };
    expect(problemsOf({ op: 'put', subject: { kind: 'method', ...at }, value: method })).toEqual([
      'value.integration.timeoutMs: At least 50 ms.',
    ]);
    expect(problemsOf({ op: 'remove', subject: { kind: 'resource', path: '/a//b' } })).toEqual([
      'subject.path: Between slashes, a path has letters, digits, . _ - : and , or one {variable} or {variable+}.',
    ]);
    const variable = {
      op: 'set',
      subject: { kind: 'stage', name: 'prod' },
      field: 'variables',
      key: 'tier',
      value: '{',
    };
    expect(problemsOf(variable)).toEqual([
      'value.tier: Values have up to 512 letters, digits and - . _ ~ : / ? # & = ,',
    ]);
  });

  it('refuses what no edit may have', () => {
    const set = { op: 'set', subject: { kind: 'method', ...at }, key: null, value: 'x' };
    expect(problemsOf({ ...set, field: 'integration' })).toEqual(['value: There is no such field.']);
    expect(problemsOf({ ...set, field: 'requestParameters' })).toEqual(['value: There is no such field.']);
    expect(problemsOf({ ...set, field: 'apiKeyRequired', key: 'x', value: true })).toHaveLength(1);
    expect(problemsOf({ ...set, field: 'constructor' })).toHaveLength(1);
    expect(problemsOf({ op: 'remove', subject: { kind: 'api' }, extra: 1 })).toHaveLength(1);
    expect(problemsOf({ op: 'remove', subject: { kind: 'model', name: '../x' } })).toHaveLength(1);
    expect(methodSchema.safeParse({ ...emptyMethod(), surprise: 1 }).success).toBe(false);
  });
});
