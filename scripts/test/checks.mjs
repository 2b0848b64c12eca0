import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../start/run.mjs';

/** Runs checks one after the other and keeps count; a failed one doesn't hide the next. */
export class Checks {
  passed = 0;
  failed = 0;
  skipped = 0;

  constructor(root) {
    this.root = root;
    this.bin = (file) => path.join(root, 'node_modules', file);
    this.reports = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-reports-'));
  }

  /** A check that passes or fails as a whole. */
  async whole(name, file, args, env = {}) {
    const started = Date.now();
    console.log(`\n▶ ${name}`);
    const code = await run(process.execPath, [this.bin(file), ...args], {
      cwd: this.root,
      env: { ...process.env, ...env },
    });
    if (code === 0) this.passed += 1;
    else this.failed += 1;
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }

  /** A runner that reports each of its tests in `report`, read by `count(json)`. */
  async counted(name, file, args, env, count) {
    const started = Date.now();
    const report = path.join(this.reports, `${name.replaceAll(/\W+/g, '-')}.json`);
    console.log(`\n▶ ${name}`);
    const code = await run(process.execPath, [this.bin(file), ...args(report)], {
      cwd: this.root,
      env: { ...process.env, ...env(report) },
    });
    let result;
    try {
      result = count(JSON.parse(readFileSync(report, 'utf8')));
    } catch {
      result = { passed: 0, failed: 1, skipped: 0 };
    }
    // A runner may fail outside of any test, for example when a file can't be loaded.
    if (code !== 0 && result.failed === 0) result.failed = 1;
    this.passed += result.passed;
    this.failed += result.failed;
    this.skipped += result.skipped;
    console.log(`${result.failed === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }

  /** `select`: nothing for all tests, or `related` and the files whose importers' tests are meant. */
  vitest(name, select = [], env = {}) {
    return this.counted(
      name,
      'vitest/vitest.mjs',
      (report) => [...select, '--run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      () => env,
      (json) => ({
        passed: json.numPassedTests,
        failed: json.numFailedTests,
        skipped: json.numPendingTests + json.numTodoTests,
      }),
    );
  }

  playwright(name, args, env = {}) {
    return this.counted(
      name,
      '@playwright/test/cli.js',
      () => ['test', '--reporter=list,json', ...args],
      (report) => ({ ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
      // A test that passed only on a second try counts as failed: flaky is broken.
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
    );
  }

  /** Prints the closing line and sets the exit code. */
  finish() {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    console.log(`\n${this.passed} passed, ${this.failed} failed${skipped}`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}

/** The fast half: types, lint, layers, dead code, unit tests. */
export async function verify(checks) {
  await checks.whole('route types', 'next/dist/bin/next', ['typegen'], { NEXT_TELEMETRY_DISABLED: '1' });
  await checks.whole('types', 'typescript/bin/tsc', ['--noEmit']);
  await checks.whole('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  await checks.whole('layers', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'components',
    'lib',
    'sandbox',
    'scripts',
    'e2e',
    'bench',
    'instrumentation.ts',
  ]);
  await checks.whole('dead code', 'knip/bin/knip.js', []);
  await checks.vitest('unit');
}
