import type { HeaderList } from '@/lib/gateway/resolve/model';

/** `Name: value` lines as headers; lines without a name are left out. Pure. */
export function parseHeaderLines(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    const name = (colon === -1 ? line : line.slice(0, colon)).trim();
    return name === '' ? [] : [[name, colon === -1 ? '' : line.slice(colon + 1).trim()]];
  });
}

/** The other way round. Pure. */
export function printHeaderLines(headers: HeaderList): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}
