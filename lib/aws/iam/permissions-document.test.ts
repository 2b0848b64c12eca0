import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { permissionsDocument } from './permissions-document';

it('docs/aws-permissions.md is what `npm run aws:permissions` writes', () => {
  const file = path.resolve(import.meta.dirname, '../../../docs/aws-permissions.md');
  expect(readFileSync(file, 'utf8')).toBe(permissionsDocument());
});
