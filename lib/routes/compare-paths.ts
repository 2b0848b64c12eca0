/** Order of a tree: a path, then what lies below it; fixed parts before variables, as `{` comes after all letters. */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let index = 1; index < Math.min(left.length, right.length); index += 1) {
    const one = left[index] ?? '';
    const other = right[index] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
