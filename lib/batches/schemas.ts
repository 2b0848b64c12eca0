import { z } from 'zod';
import { type BatchColumn, batchColumns, maxBatchFile, maxBatchRows } from './model';

/** Cells are judged one by one, with a sentence each; this only bounds what is sent. */
const cell = z.string().max(5_000);
const line = z.object({
  line: z.number().int().min(1).max(10_000_000),
  input: z.object(Object.fromEntries(batchColumns.map((column) => [column, cell])) as Record<BatchColumn, typeof cell>),
});
const lines = z
  .array(line)
  .min(1)
  .max(maxBatchRows)
  .refine((all) => new Set(all.map((one) => one.line)).size === all.length, 'Two rows have the same line.');

export const readBatchFileSchema = z.object({ text: z.string().max(maxBatchFile + 1) });
export const checkLinesSchema = z.object({ lines });
export const startBatchSchema = z.object({
  /** Made once by the browser for each start, so that a double click starts one batch. */
  submissionId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  lines,
  /** How many of them the operator saw as good. */
  expected: z.number().int().min(1),
});
export const batchSchema = z.object({ number: z.number().int().min(1).max(2_147_483_647) });

export type StartBatchInput = z.infer<typeof startBatchSchema>;
