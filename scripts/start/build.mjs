import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from './fail.mjs';
import { run } from './run.mjs';

/** Everything that `next build` reads. Tests beside the code are left out: they don't make a build stale. */
const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

function* filesOf(entry) {
  if (!existsSync(entry)) return;
  const children = readdirSync(entry, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of children) {
    const file = path.join(entry, child.name);
    if (child.isDirectory()) yield* filesOf(file);
    else if (!/\.test\.tsx?$/.test(child.name)) yield file;
  }
}

/** A hash over names and contents of all inputs: a checkout of the same sources is as fresh as the original. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of inputs) {
    const entry = path.join(root, input);
    if (!existsSync(entry)) continue;
    const files = /\.\w+$/.test(input) ? [entry] : filesOf(entry);
    for (const file of files) hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the console when its sources changed since the last build. */
export async function build(root) {
  const stamp = path.join(root, '.next', 'gatehouse-build');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building the console …');
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const code = await run(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new StartFailure('the build failed; its output above says why.');
  writeFileSync(stamp, wanted);
}
