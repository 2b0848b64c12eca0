import path from 'node:path';

/** @type {import('next').NextConfig} */
export default {
  // The Dockerfile ships `.next/standalone`; `npm start` uses the same build in place.
  output: 'standalone',
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules, WebAssembly and the AWS SDK run as they were published, not bundled.
  serverExternalPackages: [
    '@electric-sql/pglite', 'pg', 'pino', '@node-rs/argon2', 'undici', 'dns-packet',
    '@aws-sdk/client-api-gateway', '@aws-sdk/client-route-53', '@aws-sdk/client-acm', '@smithy/core',
  ],
};
