'use server';

import { defineAction } from '@/lib/actions/define-action';
import { chooseDraft } from '@/lib/changes/choose-draft';
import { createDraft } from '@/lib/changes/create-draft';
import { saveEdits } from '@/lib/changes/save-edits';
import { chooseDraftSchema, createDraftSchema, saveEditsSchema, undoEditsSchema } from '@/lib/changes/schemas';
import { undoEdits } from '@/lib/changes/undo-edits';
import { setRouteOwnerSchema } from '@/lib/routes/schemas';
import { setRouteOwner } from '@/lib/routes/set-route-owner';

export const saveEditsAction = defineAction(
  { name: 'save-edits', permission: 'change-sets:edit', input: saveEditsSchema },
  async ({ ctx, input }) => {
    const { number, version, previousVersion } = await saveEdits(ctx, input);
    return { data: { number, version, previousVersion }, message: `Saved to #${number}.` };
  },
);

export const undoEditsAction = defineAction(
  { name: 'undo-edits', permission: 'change-sets:edit', input: undoEditsSchema },
  async ({ ctx, input }) => {
    await undoEdits(ctx, input);
    return { data: undefined, message: `The save to #${input.number} is undone.` };
  },
);

export const createDraftAction = defineAction(
  { name: 'create-draft', permission: 'change-sets:edit', input: createDraftSchema },
  async ({ ctx, input }) => {
    const { number } = await createDraft(ctx, input);
    return { data: { number }, message: `#${number} ${input.name} takes your edits now.` };
  },
);

export const chooseDraftAction = defineAction(
  { name: 'choose-draft', permission: 'change-sets:edit', input: chooseDraftSchema },
  async ({ ctx, input }) => {
    await chooseDraft(ctx, input);
    return {
      data: undefined,
      message: input.number === null ? 'The next save begins a change set.' : `Edits go to #${input.number} now.`,
    };
  },
);

export const setRouteOwnerAction = defineAction(
  { name: 'set-route-owner', permission: 'change-sets:edit', input: setRouteOwnerSchema },
  async ({ ctx, input }) => {
    await setRouteOwner(ctx, input);
    return {
      data: undefined,
      message:
        input.owner === ''
          ? `${input.path} has no owner of its own now.`
          : `${input.owner} looks after ${input.path} now.`,
    };
  },
);
