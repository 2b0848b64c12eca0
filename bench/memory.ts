import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Instance } from '../e2e/fixtures/instance';
import type { Measure } from './measure';

/** Resident memory of the process that runs `needle`, in MB. */
function residentMb(instance: Instance, needle: string): number {
  const lines = execFileSync('ps', ['-eo', 'pgid=,rss=,args='], { encoding: 'utf8' }).split('\n');
  const line = lines.find((text) => text.trim().startsWith(`${instance.pid} `) && text.includes(needle));
  return Number(line?.trim().split(/\s+/)[1] ?? Number.NaN) / 1024;
}

/** Both processes, 20 s after a start with the first content. */
export async function measureMemory(): Promise<Measure[]> {
  const instance = await Instance.create();
  try {
    await instance.start();
    await sleep(20_000);
    return [
      { name: 'console, idle, resident', value: residentMb(instance, 'next'), unit: 'MB', aim: null },
      { name: 'sandbox, idle, resident', value: residentMb(instance, 'sandbox/main'), unit: 'MB', aim: null },
    ];
  } finally {
    await instance.dispose();
  }
}
