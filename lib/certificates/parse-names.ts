import { normaliseHostname } from '@/lib/dns/hostname';

/** ACM's default quota of names in a certificate; an account may have asked for more, up to 100. */
export const defaultNames = 10;
const mostNames = 100;

export interface ParsedName {
  /** As typed. */
  typed: string;
  /** What ACM takes: punycode, lower case; null where it makes none. */
  ascii: string | null;
  /** As its owner writes it; null where that is the same. */
  unicode: string | null;
  /** What is wrong with it; null: nothing. */
  fault: string | null;
  /** Fine, but worth knowing. */
  hint: string | null;
}

/**
 * The names for one certificate as somebody types them, one a line or with commas, in their order: the first becomes the common
 * name, which has at most 64 characters. Pure; runs in browsers too.
 */
export function parseNames(text: string): ParsedName[] {
  const typed = text.split(/[\s,;]+/).filter((part) => part !== '');
  const seen = new Set<string>();
  const parsed = typed.map((one, index): ParsedName => {
    const result = normaliseHostname(one, { allowWildcard: true, commonName: index === 0 });
    if (!result.ok) return { typed: one, ascii: null, unicode: null, fault: result.sentence, hint: null };
    const { ascii, unicode } = result;
    const twice = seen.has(ascii);
    seen.add(ascii);
    const shown = unicode === ascii ? null : unicode;
    return { typed: one, ascii, unicode: shown, fault: twice ? `${shown ?? ascii} is there twice.` : null, hint: null };
  });
  return parsed.map((one) => ({ ...one, hint: one.fault === null ? hintOf(one, seen) : null }));
}

function hintOf({ ascii }: ParsedName, all: ReadonlySet<string>): string | null {
  if (ascii === null) return null;
  if (ascii.startsWith('*.')) {
    const parent = ascii.slice(2);
    return all.has(parent) ? null : `Covers the names below ${parent}, one level, and not ${parent} itself.`;
  }
  const star = `*${ascii.slice(ascii.indexOf('.'))}`;
  return all.has(star) ? `${star} covers this name already.` : null;
}

/** The first thing that keeps ACM from taking the names, as one sentence; null when nothing does. Pure. */
export function faultOfNames(names: readonly ParsedName[]): string | null {
  if (names.length === 0) return 'Enter at least one name, for example shop.example.com.';
  if (names.length > mostNames) return `ACM takes at most ${mostNames} names in one certificate.`;
  const faulty = names.find(({ fault }) => fault !== null);
  if (faulty === undefined) return null;
  return names.length === 1 ? faulty.fault : `${faulty.typed}: ${faulty.fault}`;
}
