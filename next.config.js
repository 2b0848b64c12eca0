import path from 'node:path';

// What proxy.ts can't give: it doesn't see the files of the build. Content-Security-Policy and Strict-Transport-Security are there.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Not `no-referrer`: with it browsers send forms without their origin, which server actions check.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
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
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // The address is the key. Its only form is sent by script, with its origin whatever the policy.
    { source: '/share/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
  reactStrictMode: true,
  // The largest body there is, an import's; proxy.ts lets others send much less.
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
    'nodemailer',
    'undici',
    '@aws-sdk/client-api-gateway',
    '@aws-sdk/client-route-53',
    '@aws-sdk/client-acm',
    '@aws-sdk/client-lambda',
    '@aws-sdk/client-sts',
    '@aws-sdk/credential-providers',
    '@smithy/core',
    // It imports drizzle-orm under a computed name, which no bundler follows.
    'rate-limiter-flexible',
  ],
};
