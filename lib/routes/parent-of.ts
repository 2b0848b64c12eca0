/** The path above: `/orders` of `/orders/{id}`, `/` of `/orders`, null of `/`. */
export function parentOf(path: string): string | null {
  if (path === '/') return null;
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

/** Whether `path` is `above` or lies below it. */
export function isWithin(path: string, above: string): boolean {
  return path === above || above === '/' || path.startsWith(`${above}/`);
}
