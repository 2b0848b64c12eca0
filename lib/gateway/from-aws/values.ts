import { sortedRecord } from '@/lib/gateway/records';

/** The value if it is one of a closed set, else the default: what AWS may add later is no surprise. */
export function oneOf<const Values extends readonly string[], Default>(
  value: string | null | undefined,
  values: Values,
  fallback: Default,
): Values[number] | Default {
  return values.find((each) => each === value) ?? fallback;
}

/** AWS stores the empty template as null. */
export function texts(map: Readonly<Record<string, string | null>> | null | undefined): Record<string, string> {
  return sortedRecord(map ?? {}, (text) => text ?? '');
}

/** Named things as a record. AWS lets several have one name: all but the first get their id to it. */
export function byName<Raw extends { id?: string | null | undefined; name?: string | null | undefined }>(
  items: readonly Raw[] | null | undefined,
): { name: string; id: string; item: Raw }[] {
  const taken = new Set<string>();
  return (items ?? []).map((item) => {
    const id = item.id ?? '';
    const wanted = item.name || id;
    const name = taken.has(wanted) ? `${wanted} (${id})` : wanted;
    taken.add(name);
    return { name, id, item };
  });
}
