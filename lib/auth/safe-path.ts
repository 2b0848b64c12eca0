/**
 * The path to go to after signing in, or `/overview` when `next` is anything but a path of this site. Browsers read a
 * backslash as a slash and skip tabs and line breaks in URLs, so `/\evil.example` and `/<tab>/evil.example` count as
 * foreign too.
 */
export function safePath(next: string | null | undefined): string {
  const home = '/overview';
  if (!next?.startsWith('/') || next.length > 2048) return home;
  const base = 'http://gatehouse.invalid';
  if (/[\\\p{Cc}]/u.test(next) || !URL.canParse(next, base)) return home;
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return home;
  // Neither back to the sign-in page nor to a route that is no page.
  if (url.pathname === '/sign-in' || url.pathname.startsWith('/api/')) return home;
  return url.pathname + url.search + url.hash;
}
