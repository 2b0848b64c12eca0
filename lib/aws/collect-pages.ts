import 'server-only';

/** Reads all pages of a list. An endpoint that answers the same cursor twice would loop for ever, so that ends it. */
export async function collectPages<Item, Cursor>(
  read: (cursor: Cursor | undefined) => Promise<{ items: Item[]; next: Cursor | undefined }>,
): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let cursor: Cursor | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
    const mark = JSON.stringify(cursor ?? null);
    if (cursor !== undefined && seen.has(mark)) throw new Error(`the list does not end: cursor ${mark} came twice`);
    seen.add(mark);
  } while (cursor !== undefined);
  return items;
}
