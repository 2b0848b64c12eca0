'use server';

import { defineAction } from '@/lib/actions/define-action';
import { batchSchema } from '@/lib/batches/schemas';
import { cancelBatch, pauseBatch, resumeBatch, retryBatch } from '@/lib/batches/steer-batch';

export const pauseBatchAction = defineAction(
  { name: 'pause-batch', permission: 'tenants:onboard', input: batchSchema },
  async ({ ctx, input: { number } }) => {
    await pauseBatch(ctx, number);
    return { data: undefined, message: `Batch #${number} is paused. What has begun goes on.` };
  },
);

export const resumeBatchAction = defineAction(
  { name: 'resume-batch', permission: 'tenants:onboard', input: batchSchema },
  async ({ ctx, input: { number } }) => {
    await resumeBatch(ctx, number);
    return { data: undefined, message: `Batch #${number} goes on.` };
  },
);

export const cancelBatchAction = defineAction(
  { name: 'cancel-batch', permission: 'tenants:onboard', input: batchSchema },
  async ({ ctx, input: { number } }) => {
    await cancelBatch(ctx, number);
    return { data: undefined, message: `The rest of batch #${number} is cancelled.` };
  },
);

export const retryBatchAction = defineAction(
  { name: 'retry-batch', permission: 'tenants:onboard', input: batchSchema },
  async ({ ctx, input: { number } }) => {
    await retryBatch(ctx, number);
    return { data: undefined, message: 'What failed is in the queue again.' };
  },
);
