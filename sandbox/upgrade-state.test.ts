import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { StoredDeployment } from './model';
import { State } from './state';
import { upgradeState } from './upgrade-state';

test('state of the first sandbox gets what deployments keep by now, once', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-state-'));
  const state = State.open(directory);
  const old = { deployment: { id: 'd' }, snapshot: { restApi: { id: 'a' }, resources: [{ id: 'r', path: '/' }] } };
  await state.write((tx) => {
    tx.put('restApis', '1/us-east-1/a', { id: 'a', rootResourceId: 'r' });
    tx.put('deployments', '1/us-east-1/a/d', old as unknown as StoredDeployment);
  });
  await upgradeState(state);
  const models = state.list('models', '1/us-east-1/a/');
  expect(models.map((model) => model.name)).toEqual(['Empty', 'Error']);
  const upgraded = state.get('deployments', '1/us-east-1/a/d')?.snapshot;
  expect(upgraded).toMatchObject({ ...old.snapshot, authorizers: [], requestValidators: [], gatewayResponses: [] });
  expect(upgraded?.models.map((model) => model.name)).toEqual(['Empty', 'Error']);
  await state.write((tx) => tx.remove('models', '1/us-east-1/a/Error'));
  await upgradeState(state);
  expect(state.list('models', '1/us-east-1/a/')).toHaveLength(1);
  await state.close();
  rmSync(directory, { recursive: true });
});
