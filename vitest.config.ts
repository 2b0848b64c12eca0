import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': path.resolve(import.meta.dirname),
      // What Next.js's bundler does for server code.
      'next/navigation': 'next/dist/api/navigation.react-server.js',
    },
  },
  ssr: { resolve: { conditions: ['react-server', 'node'] } },
  test: {
    include: [
      'lib/**/*.test.ts',
      'sandbox/**/*.test.ts',
      'components/**/*.test.ts',
      'scripts/**/*.test.ts',
      'app/**/*.test.ts',
    ],
    env: { GATEHOUSE_LOG_LEVEL: 'silent' },
    // For machines where many others work, too; nothing of it is ever waited for.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    server: { deps: { inline: ['server-only'] } },
  },
});
