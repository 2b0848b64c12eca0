import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(path.join(tmpdir(), 'gatehouse-modes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const modeOf = (...parts: string[]) => (statSync(path.join(root, ...parts)).mode & 0o777).toString(8);

/** In a process of its own: the umask is a process's. */
async function run(script: string, umask = '000'): Promise<string> {
  const command = `umask ${umask}; exec "$0" --import tsx --conditions=react-server --input-type=module -e "$1"`;
  const { stderr } = await promisify(execFile)('sh', ['-c', command, process.execPath, script]);
  return stderr;
}

const prepare = (directory: string) =>
  `import { prepareDataDir } from './scripts/start/settings.mjs'; prepareDataDir(${JSON.stringify(path.join(root, directory))});`;

it('makes the data directory and the secret for its user alone, whatever the umask', async () => {
  const secret = `import { readAuthSecret } from './lib/env/auth-secret.ts'; readAuthSecret(${JSON.stringify(path.join(root, 'new/deep'))});`;
  expect(await run(`${prepare('new/deep')} ${secret}`)).toBe('');
  expect([modeOf('new'), modeOf('new/deep'), modeOf('new/deep/auth-secret')]).toEqual(['700', '700', '600']);
});

it('closes what others could read, says so once, and leaves what is not its own alone', async () => {
  for (const name of ['open', 'open/db', 'open/audit', 'open/theirs']) mkdirSync(path.join(root, name));
  writeFileSync(path.join(root, 'open/auth-secret'), 'x');
  for (const name of ['open', 'open/db', 'open/audit', 'open/theirs']) chmodSync(path.join(root, name), 0o755);
  chmodSync(path.join(root, 'open/auth-secret'), 0o644);
  const said = await run(prepare('open'));
  expect(said).toContain(`open/auth-secret could be read by others (mode 0644); its mode is 0600 now.`);
  expect(said.match(/could be read by others/g)).toHaveLength(3);
  expect([modeOf('open/auth-secret'), modeOf('open/db'), modeOf('open/audit')]).toEqual(['600', '700', '700']);
  expect([modeOf('open'), modeOf('open/theirs')]).toEqual(['755', '755']);
  expect(await run(prepare('open'))).toBe('');
});

it("asks the sandbox's name servers at its DNS port, unless told otherwise or on AWS", async () => {
  const portOf = async (env: Record<string, string>) => {
    const show = `console.error(readSettings('/tmp', ${JSON.stringify(env)}).env.GATEHOUSE_DNS_AUTHORITY_PORT)`;
    return (await run(`import { readSettings } from './scripts/start/settings.mjs'; ${show};`)).trim();
  };
  expect(await portOf({ GATEHOUSE_SANDBOX_DNS_PORT: '5400' })).toBe('5400');
  expect(await portOf({ GATEHOUSE_DNS_AUTHORITY_PORT: '53' })).toBe('53');
  expect(await portOf({ GATEHOUSE_TARGET: 'aws' })).toBe('undefined');
});
