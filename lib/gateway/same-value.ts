/** Whether two plain JSON values are equal; the order of keys doesn't matter, that of lists does. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left)) return Array.isArray(right) && sameList(left, right);
  return !Array.isArray(right) && sameRecord(left as Record<string, unknown>, right as Record<string, unknown>);
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
}

/**
 * Whole gateways are compared like this, so it is made for speed: plain JSON has no inherited keys to skip and no undefined, and what isn't
 * there, or is inherited under a name like `constructor`, equals nothing of it.
 */
function sameRecord(left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean {
  let keys = 0;
  for (const key in left) {
    const [one, other] = [left[key], right[key]];
    if (one !== other && (typeof one !== 'object' || !sameValue(one, other))) return false;
    keys += 1;
  }
  for (const _key in right) keys -= 1;
  return keys === 0;
}
