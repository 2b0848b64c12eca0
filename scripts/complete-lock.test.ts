import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { completeLock } from './complete-lock.mjs';

it('finds the lock file complete, so that `npm ci` takes it on every platform', () => {
  const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));
  expect(completeLock(lock)).toEqual([]);
});

it('adds the builds of other platforms that a registry did not have', () => {
  const lock = {
    packages: {
      '': { name: 'x' },
      'node_modules/tool': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', other: '^1.0.0' },
      },
    },
  };
  expect(completeLock(lock)).toEqual(['@tool/linux-x64-musl']);
  expect(lock.packages).toMatchObject({
    'node_modules/@tool/linux-x64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  });
});
