/** Names that the addresses of our own pages use. */
export const reservedSlugs: readonly string[] = ['new', 'import', 'batches', 'unowned', 'removals'];

export const slugMaxLength = 40;

const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
};

/**
 * A slug for a tenant's name: lower-case ASCII letters, digits and single hyphens, starting with a letter. Empty when
 * the name has nothing to make one of, for example in a script without Latin letters. Pure.
 */
export function suggestSlug(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[ßæœøđðłþı&]/g, (char) => spelledOut[char] ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, slugMaxLength)
    .replace(/-+$/, '');
  if (slug.length === 1 || reservedSlugs.includes(slug)) return `${slug}-tenant`;
  return slug;
}
