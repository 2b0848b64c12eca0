import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { enumTable } from './enum-table';

test("sandbox/protocol/enums.json is what the SDK's types have; `npm run sandbox:enums` writes it", () => {
  const file = path.join(import.meta.dirname, 'protocol', 'enums.json');
  expect(readFileSync(file, 'utf8')).toBe(enumTable());
});
