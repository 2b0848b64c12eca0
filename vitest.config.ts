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
    projects: [
      {
        extends: true,
        // Its modules hold nothing of one test that another could meet, and importing the SDK for each file takes minutes.
        test: { name: 'sandbox', include: ['sandbox/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'console', include: ['{lib,components,scripts,app}/**/*.test.ts'] },
      },
    ],
    env: { GATEHOUSE_LOG_LEVEL: 'silent' },
    // For machines where many others work, too; nothing of it is ever waited for.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    server: { deps: { inline: ['server-only'] } },
  },
});
