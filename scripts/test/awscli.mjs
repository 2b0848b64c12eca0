import { existsSync } from 'node:fs';
import { run } from '../start/run.mjs';

/** Gets AWS's command line client from Debian's packages, as root; without it one test of the sandbox is skipped. */
export async function ensureAwsCli() {
  if (existsSync('/usr/bin/aws') || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log('Installing awscli …');
  await run('apt-get', ['update', '-qq'], { env }).catch(() => 1);
  const code = await run('apt-get', ['install', '-y', '-qq', 'awscli'], { env, stdio: 'ignore' }).catch(() => 1);
  if (code !== 0) console.log('awscli could not be installed: its tour of the sandbox is skipped.');
}
