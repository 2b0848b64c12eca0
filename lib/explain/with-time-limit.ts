import 'server-only';
import vm from 'node:vm';
import { ExpectedError } from '@/lib/errors';

/** Far more than an explanation takes; a template that loops fills a gigabyte in it. */
const limitMs = 1_000;

/**
 * Runs something that follows templates and regular expressions of the gateway, which may take for ever. A script's time limit ends also
 * what the script calls.
 *
 * @throws ExpectedError `invalid` when it takes too long; and what `run` throws
 */
export function withTimeLimit<T>(run: () => T, ms = limitMs): T {
  let result: { value: T } | null = null;
  const host = {
    run: () => {
      result = { value: run() };
    },
  };
  try {
    vm.runInNewContext('run()', host, { timeout: ms });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  if (result !== null) return (result as { value: T }).value;
  throw new ExpectedError('invalid', `It can't be explained: working it out took longer than ${ms / 1_000} s.`, {
    fix: 'Look for a mapping template that loops, or for a regular expression with nested repetitions.',
  });
}

/** The error is of the script's realm, so it is no `Error` of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
