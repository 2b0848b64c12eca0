import { createHash } from 'node:crypto';

/**
 * The submission id of a row (an RFC 9562 UUID, version 8): always the same, so that a row that is handed over once more after a crash makes
 * nothing twice.
 */
export function submissionIdOf(batchId: string, line: number): string {
  const hex = createHash('sha256').update(`${batchId}/${line}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
