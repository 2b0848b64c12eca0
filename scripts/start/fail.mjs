/** A start that can't go on: one plain sentence for the person at the shell, no stack. */
export class StartFailure extends Error {}

/** Prints the sentence of a {@link StartFailure}, or the whole of an unexpected error, and exits with 1. */
export function exitWith(error) {
  console.error(error instanceof StartFailure ? `Gatehouse can't start: ${error.message}` : error);
  process.exit(1);
}
