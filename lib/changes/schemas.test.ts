import { expect, it } from 'vitest';
import { applyChangeSetSchema, continueApplySchema, importAsChangeSetSchema, saveEditsSchema } from './schemas';
import { putMethod, setIntegration } from './testing/edits';

it('takes what editors send, and no more of it than a change set can bear', () => {
  const save = { number: null, version: null, edits: [putMethod('/a', 'GET')], summary: ' GET /a ' };
  expect(saveEditsSchema.parse(save)).toEqual({ ...save, summary: 'GET /a' });
  expect(saveEditsSchema.safeParse({ ...save, edits: [] }).success).toBe(false);
  expect(saveEditsSchema.safeParse({ ...save, edits: Array(2_001).fill(save.edits[0]) }).success).toBe(false);
  const stranger = { ...setIntegration('/a', 'uri', 'x'), op: 'drop' };
  expect(saveEditsSchema.safeParse({ ...save, edits: [stranger] }).success).toBe(false);
});

it('takes numbers of forms, which are texts', () => {
  const apply = applyChangeSetSchema.parse({ number: '12', version: '3', deployTo: null });
  expect(apply).toEqual({ number: 12, version: 3, deployTo: null, description: '' });
  expect(applyChangeSetSchema.safeParse({ number: '0', version: 1, deployTo: null }).success).toBe(false);
  expect(applyChangeSetSchema.safeParse({ number: 1, version: 1, deployTo: 'a b' }).success).toBe(false);
  expect(continueApplySchema.parse({ number: 1 })).toEqual({ number: 1, deploy: true });
});

it('takes documents of the size that AWS does', () => {
  const input = { text: 'x'.repeat(6 * 1024 * 1024), mode: 'merge', name: '' };
  expect(importAsChangeSetSchema.safeParse(input).success).toBe(true);
  expect(importAsChangeSetSchema.safeParse({ ...input, text: `${input.text}x` }).success).toBe(false);
});
