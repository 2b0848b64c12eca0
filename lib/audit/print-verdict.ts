import type { Verdict } from './chain/verdict';

const number = (value: number) => value.toLocaleString('en-US');

/** A verdict as a few lines of text. */
export function printVerdict(verdict: Verdict): string {
  const { rows, from, to, older, checkpoints, lastCheckpoint, removed } = verdict;
  const places = from === null ? '' : `, places ${from} to ${to}`;
  const notes = [
    lastCheckpoint === null
      ? 'no checkpoint yet'
      : `${number(checkpoints)} checkpoints, the last one at place ${lastCheckpoint.seq} of ${lastCheckpoint.at}`,
    ...(removed === null ? [] : [`retention removed all up to place ${removed.seq} (${removed.until})`]),
    ...(older === 0 ? [] : [`${number(older)} rows are older than the chain: only their number is vouched for`]),
  ];
  if (verdict.whole) return [`whole: ${number(rows)} rows${places}`, ...notes].join('\n  ');
  const { seq, eventId, at, action, sentence } = verdict.broken;
  const where = [
    seq === null ? 'outside of the chain' : `place ${seq}`,
    ...(eventId === null ? [] : [`event ${eventId}`]),
    ...(action === null ? [] : [action]),
    ...(at === null ? [] : [at]),
  ];
  return [`BROKEN at ${where.join(', ')}`, sentence, `${number(rows)} rows before it are whole`, ...notes].join('\n  ');
}
