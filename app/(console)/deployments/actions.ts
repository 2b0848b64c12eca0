'use server';

import { defineAction } from '@/lib/actions/define-action';
import { restoreAsChangeSet } from '@/lib/changes/restore-as-change-set';
import { restoreAsChangeSetSchema } from '@/lib/changes/schemas';
import { createStage } from '@/lib/deployments/create-stage';
import { deploy } from '@/lib/deployments/deploy';
import { promote } from '@/lib/deployments/promote';
import { rollBack } from '@/lib/deployments/roll-back';
import { createStageSchema, deploySchema, promoteSchema, rollBackSchema } from '@/lib/deployments/schemas';

export const deployAction = defineAction(
  { name: 'deploy', permission: 'stages:deploy', input: deploySchema, target: ({ stage }) => ({ stage }) },
  async ({ ctx, input }) => {
    const data = await deploy(ctx, input);
    return { data, message: `${input.stage} serves the working copy.` };
  },
);

export const rollBackAction = defineAction(
  { name: 'roll-back', permission: 'stages:deploy', input: rollBackSchema, target: ({ stage }) => ({ stage }) },
  async ({ ctx, input }) => {
    await rollBack(ctx, input);
    return { data: undefined, message: `${input.stage} serves deployment ${input.deploymentId} again.` };
  },
);

export const promoteAction = defineAction(
  { name: 'promote', permission: 'stages:deploy', input: promoteSchema, target: ({ to }) => ({ stage: to }) },
  async ({ ctx, input }) => {
    await promote(ctx, input);
    return { data: undefined, message: `${input.to} serves what ${input.from} serves.` };
  },
);

export const createStageAction = defineAction(
  {
    name: 'create-stage',
    permission: 'stages:create',
    input: createStageSchema,
    // It serves something at once.
    target: ({ name }) => ({ stage: name, permission: 'stages:deploy' }),
  },
  async ({ ctx, input }) => {
    await createStage(ctx, input);
    return { data: { name: input.name }, message: `The stage ${input.name} is there.` };
  },
);

export const restoreAsChangeSetAction = defineAction(
  { name: 'restore-as-change-set', permission: 'change-sets:edit', input: restoreAsChangeSetSchema },
  async ({ ctx, input }) => {
    const data = await restoreAsChangeSet(ctx, input);
    return { data, message: `Change set #${data.number} brings the working copy back to this deployment.` };
  },
);
