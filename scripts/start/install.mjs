import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from './fail.mjs';
import { run } from './run.mjs';

/** Stops with a sentence when this Node is too old for what we build on. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const supported = (major === 20 && minor >= 19) || major >= 22;
  if (!supported) {
    throw new StartFailure(`it needs Node 20.19 or newer (22 and 24 work too), and this is ${process.versions.node}.`);
  }
}

/**
 * Installs exactly what package-lock.json pins, unless that was done already for this very lock file and platform.
 * Development packages come along: the build and the tests need them.
 */
export async function install(root) {
  const stamp = path.join(root, 'node_modules', '.gatehouse-install');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new StartFailure('`npm ci` failed; its output above says why. Fix that and start again.');
  writeFileSync(stamp, wanted);
}
