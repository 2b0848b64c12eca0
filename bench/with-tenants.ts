import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Instance } from '../e2e/fixtures/instance';

const root = path.resolve(import.meta.dirname, '..');

/** A running instance whose database holds `count` live tenants, and no worker, so that every AWS call is a page's. */
export async function startWithTenants(count: number): Promise<Instance> {
  const instance = await Instance.create({ GATEHOUSE_WORKER: 'off' });
  execFileSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bench/seed-tenants.ts', String(count)],
    {
      cwd: root,
      env: { ...process.env, GATEHOUSE_DATA_DIR: instance.dataDir },
      stdio: 'inherit',
    },
  );
  await instance.start();
  return instance;
}
