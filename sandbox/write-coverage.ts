import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverage } from './coverage';

writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'sandbox-coverage.md'), coverage());
