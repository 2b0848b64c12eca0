const pattern = /\[\[share-link ([0-9a-f-]{36})\]\]/g;

/** Stands in a stored text for a share link, whose token is kept nowhere. */
export const sharePlaceholder = (linkId: string) => `[[share-link ${linkId}]]`;

/** The text as it is sent: each placeholder is what `hrefOf` makes of its link's id. Pure. */
export function fillShareLinks(text: string, hrefOf: (linkId: string) => string | null): string {
  return text.replace(pattern, (_, id: string) => hrefOf(id) ?? '(this link has ended)');
}

/** Ids of the links that a text names. Pure. */
export function shareLinksIn(text: string): string[] {
  return [...text.matchAll(pattern)].map(([, id = '']) => id);
}
