import { setTimeout as sleep } from 'node:timers/promises';
import { Instance } from './fixtures/instance';

/**
 * Before all tests: one Gatehouse starts on an empty directory, reads its AWS and is stopped. Most instances of the tests begin with a copy
 * of what it left, which spares each of them the making of a database and of the sandbox's first content.
 */
export default async function prepareData() {
  const instance = await Instance.create({}, { empty: true });
  await instance.start();
  await hasReadAws(instance);
  const code = await instance.interrupt();
  if (code !== 0) throw new Error(`Ctrl-C ended the start with ${code}`);
  // The workers inherit it.
  process.env.GATEHOUSE_E2E_PREPARED = instance.dataDir;
  return () => instance.dispose();
}

/** Once it makes no calls any more: zones come last. */
async function hasReadAws({ sandboxUrl }: Instance) {
  for (let before = ''; ; await sleep(500)) {
    const calls = await (await fetch(`${sandboxUrl}/_sandbox/calls`)).text();
    if (calls === before && calls.includes('ListResourceRecordSets')) return;
    before = calls;
  }
}
