/** What a CNAME's value is, compared with the wanted one. */
export type ValueVerdict =
  | { code: 'right' }
  /** Quotes, a scheme, a slash or the like came along when it was pasted. */
  | { code: 'pasted-wrong' }
  /** The zone, or something else, was appended: the trailing dot was missing. */
  | { code: 'target-appended'; appended: string }
  | { code: 'target-typo' }
  | { code: 'other-validation' }
  | { code: 'other-gateway-name' }
  | { code: 'wrong-target' };

/**
 * Judges the value of a CNAME. Pure. `wanted` are all values that do; names are compared in lower case and without trailing dot.
 * Values of hosts are read as DNS tools print them: escapes (`\032`, `\"`) included.
 */
export function judgeValue(value: string, wanted: string[], zone: string): ValueVerdict {
  const name = bare(value);
  if (wanted.some((one) => bare(one) === name)) return { code: 'right' };
  const cleaned = clean(value);
  for (const one of wanted.map(bare)) {
    if (cleaned === one) return { code: 'pasted-wrong' };
    const appended = name.startsWith(`${one}.`)
      ? name.slice(one.length + 1)
      : cleaned.startsWith(`${one}.`)
        ? cleaned.slice(one.length + 1)
        : null;
    if (appended !== null && (appended === zone || appended.endsWith(zone) || zone.endsWith(appended)))
      return { code: 'target-appended', appended };
    if (clean(stripSuffix(value, zone)) === one) return { code: 'target-appended', appended: zone };
    if (near(name, one)) return { code: 'target-typo' };
  }
  if (wanted.some((one) => one.endsWith('.acm-validations.aws')) && name.endsWith('.acm-validations.aws'))
    return { code: 'other-validation' };
  if (/\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(name)) return { code: 'other-gateway-name' };
  return { code: 'wrong-target' };
}

function bare(value: string): string {
  const lower = value.trim().toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

function stripSuffix(value: string, zone: string): string {
  const name = bare(value);
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : name;
}

/** Without what people paste along: escapes of DNS tools, quotes, spaces, a scheme, a path, dots at the end. */
function clean(value: string): string {
  return bare(value)
    .replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\(.)/g, '$1')
    .replace(/["'`\s\u00a0“”„]/g, '')
    .replace(/^(https?:)?\/*/, '')
    .replace(/[/.,;]+$/, '')
    .replace(/\/.*$/, '');
}

/** One to three letters off: long names are compared only when they are about as long. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 3 || a.length > 253) return false;
  return distance(a, b) <= 3;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
