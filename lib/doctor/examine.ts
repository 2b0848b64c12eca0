import 'server-only';
import type { Home } from '@/lib/doctor/facts';
import { gatherFacts, type Place } from '@/lib/doctor/gather/gather-facts';
import { judge } from '@/lib/doctor/judge';
import type { DoctorReport } from '@/lib/doctor/model';

/**
 * Examines a hostname from outside, with what is known of it: asks, judges, and says what to do. Takes at most about 20 s; what
 * nobody answered is `unknown`. Never rejects.
 */
export async function examine(place: Place, hostname: string, home: Home): Promise<DoctorReport> {
  const started = performance.now();
  const facts = await gatherFacts(place, hostname, home);
  const { delegation, provider, at } = facts;
  return {
    hostname: facts.hostname,
    at,
    ms: Math.round(performance.now() - started),
    provider,
    publicZone: delegation?.zone ?? null,
    nameServers: delegation?.atParent ?? delegation?.atZone ?? [],
    ...judge(facts),
  };
}
