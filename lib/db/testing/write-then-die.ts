import { settings } from '@/lib/db/schema';
import { openDb } from '../open-db';

/** Child process of open-db.test.ts: commits, says so, and is killed or waits to be. */
const [dataDir = '', rows = '0', then = 'die'] = process.argv.slice(2);
const { db } = await openDb({ databaseUrl: null, dataDir });
for (let n = 0; n < Number(rows); n++) {
  await db.insert(settings).values({ key: `row-${process.pid}-${n}`, value: n });
  process.stdout.write(`committed ${n}\n`);
}
if (then === 'die') process.kill(process.pid, 'SIGKILL');
process.stdout.write('waiting\n');
setInterval(() => {}, 1_000);
