import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { leastARun, runsUntilAll } from '@/lib/inventory/turns';
import type { Measure } from './measure';

const root = path.resolve(import.meta.dirname, '..');
const domains = 1_000;
/** API Gateway, and of ACM each of the two operations that a sync calls once a domain: so many a second. */
const callsPerSecond = 10;
/** Of each in a zone of ours: two aliases and the validation record; Route 53 lists so many a page. */
const pagesOfRecords = (3 * domains) / 300;

interface Watched {
  passesAnHour: number;
  callsAnHour: number;
  questionsAnHour: number;
  sync: { base: number; perDomain: number };
}

/**
 * What 1,000 live domains ask for in an hour. Measured: real passes over a few live domains through six hours of a clock that is moved, each when the
 * pass before said so, and real syncs with and without these domains. Computed: a thousand of them; the sync comes each minute, rests as
 * long as it ran at AWS's quota, and reads the details of a share in turn.
 */
export function measureWatchedDomains(): Measure[] {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'bench/watch-live.ts'];
  const output = execFileSync(process.execPath, flags, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
  const { passesAnHour, callsAnHour, questionsAnHour, sync } = JSON.parse(
    output.trim().split('\n').at(-1) ?? '',
  ) as Watched;
  const inTurn = Math.max(leastARun, Math.ceil(domains / runsUntilAll));
  const callsOfSync = sync.base + pagesOfRecords + sync.perDomain * inTurn;
  const period = Math.max(60, (2 * inTurn) / callsPerSecond);
  const name = `${domains.toLocaleString('en')} live domains`;
  return [
    { name: `${name}: looks an hour`, value: passesAnHour * domains, unit: '', aim: null },
    { name: `${name}: AWS calls an hour, by looks`, value: callsAnHour * domains, unit: 'calls', aim: null },
    {
      name: `${name}: AWS calls an hour, by the sync`,
      value: (3_600 / period) * callsOfSync,
      unit: 'calls',
      aim: null,
    },
    { name: `${name}: DNS queries an hour`, value: questionsAnHour * domains, unit: '', aim: null },
  ];
}
