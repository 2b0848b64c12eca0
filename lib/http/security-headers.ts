/** Of the style sheet that sonner writes into the page by itself, and of the empty element that it begins with. */
const toastStyles = [
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
];

/**
 * What a page may load: scripts that carry the nonce of this very answer and what those load, everything else from this
 * server. Style attributes stay allowed, because React and the drawing of the gateway write positions into them, and an
 * attribute can't bring a selector or a script; style elements need the nonce. Only the dev server evaluates code.
 */
export function pagePolicy({ nonce, dev, https }: { nonce: string; dev: boolean; https: boolean }): string {
  const styles = `'self' 'nonce-${nonce}' ${toastStyles.join(' ')}`;
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    'script-src-attr': "'none'",
    // Turbopack's dev server writes styles into the page.
    'style-src': dev ? "'self' 'unsafe-inline'" : styles,
    ...(dev ? {} : { 'style-src-elem': styles, 'style-src-attr': "'unsafe-inline'" }),
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'media-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'manifest-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    ...(https ? { 'upgrade-insecure-requests': '' } : {}),
  });
}

/** What is no page loads nothing, whatever a browser takes it for. */
export const dataPolicy = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

/** A year. Not for subdomains: they are not the console's. */
export const strictTransportSecurity = 'max-age=31536000';

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`.trim())
    .join('; ');
}
