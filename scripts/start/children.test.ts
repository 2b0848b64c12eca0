import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Children } from './children.mjs';

it('is done as soon as all have ended, also when one ends while another is waited for, as Ctrl-C makes it', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-children-'));
  const ready = path.join(directory, 'ready');
  const stopping = path.join(directory, 'stopping');
  const children = new Children();
  const options = { cwd: directory, env: { ...process.env, NODE_OPTIONS: '', READY: ready, STOPPING: stopping } };
  const fs = "const fs = require('node:fs');";
  const early = `${fs} setInterval(() => fs.existsSync(process.env.STOPPING) && process.exit(0), 20);`;
  const late = `${fs} process.on('SIGTERM', () => { fs.writeFileSync(process.env.STOPPING, ''); setTimeout(() => process.exit(0), 700); });
    setInterval(() => {}, 1000); fs.writeFileSync(process.env.READY, '');`;
  children.start('early', ['-e', early], options);
  children.start('late', ['-e', late], options);
  while (!existsSync(ready)) await sleep(20);
  const since = Date.now();
  await children.stop();
  expect(Date.now() - since).toBeLessThan(8_000);
  expect([children.isRunning('early'), children.isRunning('late')]).toEqual([false, false]);
  rmSync(directory, { recursive: true });
});
