import { describe, expect, it } from 'vitest';
import { notAsked } from '@/lib/domains/observed';
import { decideCase, is, liveBefore, now, proof } from '@/lib/domains/testing/decide-fixtures';

const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const failedAt = (seconds: number) => is(proof({ https: false, at: at(seconds).toISOString() }));
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

describe('the watch over a Live domain', () => {
  it('counts failed probes from the first one, through what could not be checked, until it answers', () => {
    let previous = liveBefore();
    const seen: (number | null)[] = [];
    for (const observed of [failedAt(0), failedAt(10), notAsked, failedAt(70)]) {
      const nth = seen.length;
      previous = decideCase({ previous, observed: { proof: observed }, at: at([0, 10, 40, 70][nth] ?? 0) }).status;
      expect(previous.watch?.failing?.since).toBe(now.toISOString());
      seen.push(previous.watch?.failing?.checks ?? null);
    }
    expect(seen).toEqual([1, 2, 2, 3]);
    expect(previous.headline).toBe('Broken');
    const well = decideCase({
      previous,
      at: at(130),
      observed: { proof: is(proof({ at: at(130).toISOString() })) },
    }).status;
    expect(well).toMatchObject({ headline: 'Live', watch: { failing: null, calmSince: at(130).toISOString() } });
  });

  it('counts a probe once, however often the pass is recorded', () => {
    const once = decideCase({ previous: liveBefore(), observed: { proof: failedAt(0) } }).status;
    expect(decideCase({ previous: once, observed: { proof: failedAt(0) } }).status.watch?.failing?.checks).toBe(1);
  });

  it('is calm since it was Live, and begins anew when something else serves it', () => {
    const subject = { servedBy: 'a' };
    const first = decideCase({ previous: liveBefore(), subject }).status;
    expect(first.watch).toMatchObject({ calmSince: hourAgo, servedBy: 'a' });
    const unknown = decideCase({ previous: first, subject: { servedBy: null } }).status;
    expect(unknown.watch).toMatchObject({ calmSince: hourAgo, servedBy: 'a' });
    const deployed = decideCase({ previous: first, subject: { servedBy: 'b' } });
    expect(deployed.status.watch).toMatchObject({ calmSince: at(-480).toISOString(), servedBy: 'b' });
    const wait = (deployed.nextCheckAt?.getTime() ?? 0) - now.getTime();
    expect(Math.abs(wait - 120_000)).toBeLessThanOrEqual(12_000);
  });

  it('takes rows of former versions: calm since their headline', () => {
    const { watch: _, ...old } = liveBefore();
    expect(decideCase({ previous: old }).status.watch?.calmSince).toBe(old.since);
    const broken = { ...old, headline: 'Broken' as const, proof: proof({ https: false, at: hourAgo }) };
    expect(decideCase({ previous: broken, observed: { proof: failedAt(0) } }).status.watch?.failing).toEqual({
      since: old.since,
      checks: 3,
    });
  });

  it('is none before it was Live', () => {
    expect(decideCase({ observed: { proof: failedAt(0) } }).status.watch).toBeUndefined();
  });
});
