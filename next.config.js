import path from 'node:path';

/** @type {import('next').NextConfig} */
export default {
  // The Dockerfile asks for a self-contained server; `npm start` runs the build in place.
  output: process.env.GATEHOUSE_STANDALONE ? 'standalone' : undefined,
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  outputFileTracingIncludes: { '/**': ['./lib/db/migrations/**/*', './node_modules/@electric-sql/pglite/dist/*'] },
  poweredByHeader: false,
  reactStrictMode: true,
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
    '@smithy/core',
  ],
};
