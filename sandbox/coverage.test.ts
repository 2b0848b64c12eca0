import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverage } from './coverage';

test('docs/sandbox-coverage.md is what the code has; `npm run sandbox:coverage` writes it anew', () => {
  const file = path.join(import.meta.dirname, '..', 'docs', 'sandbox-coverage.md');
  expect(readFileSync(file, 'utf8')).toBe(coverage());
});
