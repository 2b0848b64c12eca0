'use server';

import { defineAction } from '@/lib/actions/define-action';
import { decideApprovalSchema, requestApprovalSchema, withdrawApprovalSchema } from '@/lib/approvals/schemas';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { continueApply } from '@/lib/changes/continue-apply';
import { decideApproval } from '@/lib/changes/decide-approval';
import { discardChangeSet } from '@/lib/changes/discard-change-set';
import { importAsChangeSet } from '@/lib/changes/import-as-change-set';
import { renameChangeSet } from '@/lib/changes/rename-change-set';
import { requestApproval } from '@/lib/changes/request-approval';
import { resolveConflicts } from '@/lib/changes/resolve-conflicts';
import {
  applyChangeSetSchema,
  continueApplySchema,
  discardChangeSetSchema,
  importAsChangeSetSchema,
  renameChangeSetSchema,
  resolveConflictsSchema,
  stopApplySchema,
  takeBackDifferencesSchema,
  undoApplySchema,
} from '@/lib/changes/schemas';
import { stopApply } from '@/lib/changes/stop-apply';
import { takeBackDifferences } from '@/lib/changes/take-back-differences';
import { ofStages } from '@/lib/changes/targets';
import { undoApply } from '@/lib/changes/undo-apply';
import { withdrawApproval } from '@/lib/changes/withdraw-approval';

export const renameChangeSetAction = defineAction(
  { name: 'rename-change-set', permission: 'change-sets:edit', input: renameChangeSetSchema },
  async ({ ctx, input }) => {
    await renameChangeSet(ctx, input);
    return { data: undefined, message: 'Saved.' };
  },
);

export const discardChangeSetAction = defineAction(
  { name: 'discard-change-set', permission: 'change-sets:edit', input: discardChangeSetSchema },
  async ({ ctx, input }) => {
    await discardChangeSet(ctx, input);
    return { data: undefined, message: `#${input.number} is discarded.` };
  },
);

export const takeBackDifferencesAction = defineAction(
  { name: 'take-back-differences', permission: 'change-sets:edit', input: takeBackDifferencesSchema },
  async ({ ctx, input }) => {
    const data = await takeBackDifferences(ctx, input);
    return { data, message: 'Taken back.' };
  },
);

export const resolveConflictsAction = defineAction(
  { name: 'resolve-conflicts', permission: 'change-sets:edit', input: resolveConflictsSchema },
  async ({ ctx, input }) => {
    const data = await resolveConflicts(ctx, input);
    return { data, message: 'Settled.' };
  },
);

export const applyChangeSetAction = defineAction(
  {
    name: 'apply-change-set',
    permission: 'change-sets:apply',
    input: applyChangeSetSchema,
    target: ({ number, version, deployTo }, db) => ofStages(db, { number, version }, deployTo),
  },
  async ({ ctx, input }) => {
    await applyChangeSet(ctx, input);
    return { data: undefined, message: `#${input.number} is being applied.` };
  },
);

export const continueApplyAction = defineAction(
  {
    name: 'continue-apply',
    permission: 'change-sets:apply',
    input: continueApplySchema,
    target: ({ number, deploy }, db) => ofStages(db, { number }, deploy ? 'as-before' : null),
  },
  async ({ ctx, input }) => {
    await continueApply(ctx, input);
    return { data: undefined, message: `#${input.number} goes on.` };
  },
);

export const undoApplyAction = defineAction(
  {
    name: 'undo-apply',
    permission: 'change-sets:apply',
    input: undoApplySchema,
    target: ({ number }, db) => ofStages(db, { number }, null),
  },
  async ({ ctx, input }) => {
    await undoApply(ctx, input);
    return { data: undefined, message: `#${input.number} is being undone.` };
  },
);

export const stopApplyAction = defineAction(
  { name: 'stop-apply', permission: 'change-sets:apply', input: stopApplySchema },
  async ({ ctx, input }) => {
    await stopApply(ctx, input);
    return { data: undefined, message: `#${input.number} stops after the call in hand.` };
  },
);

export const importAsChangeSetAction = defineAction(
  { name: 'import-as-change-set', permission: 'change-sets:edit', input: importAsChangeSetSchema },
  async ({ ctx, input }) => {
    const data = await importAsChangeSet(ctx, input);
    return { data, message: `Change set #${data.number} holds what the document changes.` };
  },
);

export const requestApprovalAction = defineAction(
  { name: 'request-approval', permission: 'change-sets:edit', input: requestApprovalSchema },
  async ({ ctx, input }) => {
    await requestApproval(ctx, input);
    return { data: undefined, message: `#${input.number} waits for approval for ${input.stage}.` };
  },
);

export const decideApprovalAction = defineAction(
  {
    name: 'decide-approval',
    permission: 'change-sets:approve',
    input: decideApprovalSchema,
    target: ({ stage }) => ({ stage }),
  },
  async ({ ctx, input }) => {
    await decideApproval(ctx, input);
    const did = input.decision === 'approved' ? 'is approved' : 'is declined';
    return { data: undefined, message: `#${input.number} ${did} for ${input.stage}.` };
  },
);

/** For what one has said oneself, so it takes no more than seeing the change set. */
export const withdrawApprovalAction = defineAction(
  { name: 'withdraw-approval', permission: 'gateway:view', input: withdrawApprovalSchema },
  async ({ ctx, input }) => {
    await withdrawApproval(ctx, input);
    return { data: undefined, message: `Withdrawn from #${input.number} for ${input.stage}.` };
  },
);
