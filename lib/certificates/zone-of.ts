import type { HostedZone } from '@/lib/inventory/model';

/** Our public zone that holds a name: the closest one; null when it is in none. Pure. */
export function zoneOf<Zone extends Pick<HostedZone, 'name' | 'private'>>(
  name: string,
  zones: readonly Zone[],
): Zone | null {
  const holding = zones.filter((one) => !one.private && (name === one.name || name.endsWith(`.${one.name}`)));
  return holding.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
