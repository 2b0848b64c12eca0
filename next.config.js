import path from 'node:path';

const dev = process.env.NODE_ENV === 'development';

/**
 * Everything comes from this server, and nobody may frame it. Inline scripts stay allowed: Next.js streams each page's
 * data in them, and next-themes sets the theme in one before the first paint. Only the dev server evaluates code.
 */
const contentSecurityPolicy = Object.entries({
  'default-src': "'self'",
  'script-src': `'self' 'unsafe-inline'${dev ? " 'unsafe-eval'" : ''}`,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

// Strict-Transport-Security is for the proxy that ends TLS: only it knows that every request comes that way.
const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Not `no-referrer`: with it browsers send forms without their origin, which server actions check.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

/** @type {import('next').NextConfig} */
export default {
  // The Dockerfile asks for a self-contained server; `npm start` runs the build in place.
  output: process.env.GATEHOUSE_STANDALONE ? 'standalone' : undefined,
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  outputFileTracingIncludes: {
    '/**': [
      './lib/db/migrations/**/*',
      './node_modules/@electric-sql/pglite/dist/*',
      // rate-limiter-flexible imports it under a name that no tracing finds.
      './node_modules/drizzle-orm/**/*.js',
      './node_modules/drizzle-orm/package.json',
    ],
  },
  poweredByHeader: false,
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  reactStrictMode: true,
  // An OpenAPI document may have 6 MB, AWS's own limit; the form around it needs some, too.
  experimental: { serverActions: { bodySizeLimit: '7mb' } },
  agentRules: false,
  // `npm run verify` checks types once for the whole tree, tests included.
  typescript: { ignoreBuildErrors: true },
  // Native modules, WebAssembly and the AWS SDK run as they were published, not bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    'pino',
    '@node-rs/argon2',
    'undici',
    '@aws-sdk/client-api-gateway',
    '@aws-sdk/client-route-53',
    '@aws-sdk/client-acm',
    '@aws-sdk/client-lambda',
    '@smithy/core',
    // It imports drizzle-orm under a computed name, which no bundler follows.
    'rate-limiter-flexible',
  ],
};
