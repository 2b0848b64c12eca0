import 'server-only';

const emptyOnTheWire = '(none)';

/** Our `''` as AWS spells it. */
export function toWireBasePath(basePath: string): string {
  return basePath === '' ? emptyOnTheWire : basePath;
}

/** AWS's `(none)` as our `''`. */
export function fromWireBasePath(basePath: string | undefined): string {
  return basePath === undefined || basePath === emptyOnTheWire ? '' : basePath;
}
