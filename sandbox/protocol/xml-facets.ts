/** What AWS's XML schema says of the text of an element beyond its kind; `type` is the name that its refusals call it by. */
export type Facets =
  | { enumeration: readonly string[] }
  | { type: string; minLength?: number; maxLength?: number; pattern?: RegExp }
  | { type: string; minInclusive: number; maxInclusive: number };

/** Facets of the members of structures, by `<structure>.<member>`. */
export type FacetsByMember = Record<string, Facets>;

/** The first facet that a text doesn't have, in the words of Apache's Xerces, which AWS uses; `undefined` when it has all. */
export function brokenFacet(text: string, facets: Facets): string | undefined {
  if ('enumeration' in facets)
    return facets.enumeration.includes(text)
      ? undefined
      : `cvc-enumeration-valid: Value '${text}' is not facet-valid with respect to enumeration '[${facets.enumeration.join(', ')}]'. It must be a value from the enumeration.`;
  const against = (facet: string, bound: number | string, length = '') =>
    `cvc-${facet}-valid: Value '${text}' ${length}is not facet-valid with respect to ${facet} '${bound}' for type '${facets.type}'.`;
  if ('minInclusive' in facets) {
    const number = Number(text);
    if (number < facets.minInclusive) return against('minInclusive', facets.minInclusive);
    return number > facets.maxInclusive ? against('maxInclusive', facets.maxInclusive) : undefined;
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = facets;
  // In code points, as XML Schema counts.
  const length = [...text].length;
  if (length < minLength) return against('minLength', minLength, `with length = '${length}' `);
  if (length > maxLength) return against('maxLength', maxLength, `with length = '${length}' `);
  return pattern && !pattern.test(text) ? against('pattern', pattern.source.slice(1, -1)) : undefined;
}
