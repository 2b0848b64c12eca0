/**
 * Offset of the first character at which a text is no JSON (RFC 8259), its length where it just ends too early; null when it is
 * JSON. Engines don't say it: V8 names a position for some mistakes only. Pure.
 */
export function jsonProblemAt(text: string): number | null {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const space = () => take(/[ \t\n\r]*/y);
  const mark = (character: string) => {
    space();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold any
  const string = () => take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y);
  const member = () => {
    space();
    return string() && mark(':') && value();
  };
  const listOf = (one: () => boolean, end: string): boolean => {
    if (mark(end)) return true;
    do {
      if (!one()) return false;
    } while (mark(','));
    return mark(end);
  };
  function value(): boolean {
    if (mark('{')) return listOf(member, '}');
    if (mark('[')) return listOf(value, ']');
    return string() || take(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y);
  }
  if (!value()) return at;
  space();
  return at === text.length ? null : at;
}
