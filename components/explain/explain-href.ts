/** Address that explains a request; headers and bodies have no place in it, they may be secrets. Readable where a query may be. */
export function explainHref({ method, url }: { method: string; url: string }): string {
  const readable = encodeURIComponent(url)
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%3F', '?')
    .replaceAll('%3D', '=')
    .replaceAll('%2C', ',');
  return `/explain?method=${encodeURIComponent(method)}&url=${readable}`;
}
