/** A record set as an authority holds it, values in zone-file text; an alias has a target instead of values. */
export interface ZoneRecord {
  type: string;
  ttl: number;
  values: string[];
  /** Lower case, no trailing dot. */
  aliasTarget?: string;
  /** Whether the alias leads to a record of its own zone. */
  isAliasWithin?: boolean;
}

/** What an authority knows of one zone. Names are lower case, without trailing dot; the root is the empty string. */
export interface Zone {
  apex: string;
  /** The zone's SOA record, for itself and for negative answers. */
  soa: ZoneRecord;
  /** The records whose owner is exactly this name (which may start with `*.`). */
  records(name: string): ZoneRecord[];
  /** Whether the name is there at all: with records of its own, or with some below it (an empty non-terminal). */
  exists(name: string): boolean;
}

/** `a.example.com` -> `example.com`; the parent of a top level name is the root, the empty string. */
export function parentOf(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1);
}

/** The name itself, its parent, and so on up to the top level. */
export function* selfAndAncestors(name: string): Generator<string> {
  for (let current = name; current !== ''; current = parentOf(current)) yield current;
}

export function isWithin(name: string, apex: string): boolean {
  return apex === '' || name === apex || name.endsWith(`.${apex}`);
}

/** Lower case (ASCII, as DNS compares), no trailing dot. */
export function normaliseName(name: string): string {
  return name.replace(/\.$/, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** `\\052.example.com` -> `*.example.com`: as zone-file text spells octets. A dot within a label stays spelt. */
export function unescapeName(text: string): string {
  return text.replace(/(?:\\(?!056)[0-3][0-7]{2})+/g, (spelt) => {
    const octets = spelt.slice(1).split('\\');
    return Buffer.from(octets.map((octet) => Number.parseInt(octet, 8))).toString();
  });
}
