import type { CheckHostnameInput } from '@/lib/tenants/schemas';

/**
 * The full name as it will be, in punycode, while somebody types; null while there is nothing sensible to show. The
 * server checks it properly on the way to the next step.
 */
export function previewHostname(
  input: CheckHostnameInput,
  zones: readonly { id: string; name: string }[],
): string | null {
  if (input.kind === 'customer') return toAscii(input.hostname);
  const zone = zones.find((one) => one.id === input.zoneId);
  if (zone === undefined) return null;
  const label = input.label.trim().toLowerCase().replace(/\.$/, '');
  if (label === '' || label === '@' || label === zone.name) return zone.name;
  return toAscii(label.endsWith(`.${zone.name}`) ? label : `${label}.${zone.name}`);
}

function toAscii(name: string): string | null {
  const bare = name.trim().replace(/\.$/, '');
  if (bare === '' || /[\s/:?#@\\]/.test(bare)) return null;
  try {
    return new URL(`https://${bare}`).hostname;
  } catch {
    return null;
  }
}
