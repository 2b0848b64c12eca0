/**
 * How many requests in a row are made for a domain whose tenant publishes no validation record: 4 of 72 hours are 12 days. After
 * that silence is an answer, and an operator says when to ask again (docs/decisions/013-certificates.md).
 */
export const requestsInARow = 4;

const ordinals = ['1st', '2nd', '3rd', '4th'];

/** `2nd of 4`, where ACM has given up `timedOut` requests before; null at the first. Pure. */
export function roundWords(timedOut: number): string | null {
  return timedOut === 0 ? null : `${ordinals[timedOut] ?? `${timedOut + 1}th`} of ${requestsInARow}`;
}
