import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { enumTable } from './enum-table';

writeFileSync(path.join(import.meta.dirname, 'protocol', 'enums.json'), enumTable());
