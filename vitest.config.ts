import path from 'node:path';
import { defineConfig } from 'vitest/config';

const tests = ['{lib,sandbox,components,scripts,app}/**/*.test.ts'];

/** Files that set environment variables, or open what a process opens once. */
const alone = [
  'lib/auth/session-token.test.ts',
  'lib/aws/connection.test.ts',
  'lib/auth/second-factor/*.test.ts',
  'lib/actions/*.test.ts',
  'lib/errors.test.ts',
  'lib/sandbox-panel/*.test.ts',
  'lib/tenants/list-tenants.test.ts',
  'lib/db/*.test.ts',
  'lib/env.test.ts',
  'lib/log.test.ts',
  'lib/runtime.test.ts',
];

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
        // Their modules hold nothing of one file that another could meet, and importing the SDK anew for each takes minutes.
        test: { name: 'shared', include: tests, exclude: ['**/node_modules/**', ...alone], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    env: { GATEHOUSE_LOG_LEVEL: 'silent' },
    // For machines where many others work, too; nothing of it is ever waited for.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    server: { deps: { inline: ['server-only'] } },
  },
});
