'use server';

import { defineAction } from '@/lib/actions/define-action';
import { judgeLines } from '@/lib/batches/judge-lines';
import { readBatchFile } from '@/lib/batches/read-batch-file';
import { checkLinesSchema, readBatchFileSchema, startBatchSchema } from '@/lib/batches/schemas';
import { startBatch } from '@/lib/batches/start-batch';

export const readBatchFileAction = defineAction(
  { name: 'read-batch-file', permission: 'tenants:onboard', input: readBatchFileSchema },
  async ({ ctx, input }) => {
    const data = await readBatchFile(ctx, input.text);
    return { data, message: `${data.rows.length} rows read.` };
  },
);

export const checkLinesAction = defineAction(
  { name: 'check-lines', permission: 'tenants:onboard', input: checkLinesSchema },
  async ({ ctx, input }) => ({ data: await judgeLines(ctx, input.lines), message: 'Checked.' }),
);

export const startBatchAction = defineAction(
  { name: 'start-batch', permission: 'tenants:onboard', input: startBatchSchema },
  async ({ ctx, input }) => {
    const data = await startBatch(ctx, input);
    return { data, message: `Batch #${data.number} has started.` };
  },
);
