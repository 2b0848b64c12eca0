// `npm run verify`: the fast half of `npm test`, without a browser.
import path from 'node:path';
import { install } from './start/install.mjs';
import { Checks, verify } from './test/checks.mjs';

const root = path.resolve(import.meta.dirname, '..');
await install(root);
const checks = new Checks(root);
await verify(checks);
checks.finish();
