'use server';

import { defineAction } from '@/lib/actions/define-action';
import { addFault, moveClock, removeFault, resetSandbox, turnDials } from '@/lib/sandbox-panel/control-sandbox';
import {
  addFaultSchema,
  moveClockSchema,
  removeFaultSchema,
  resetSandboxSchema,
  turnDialsSchema,
} from '@/lib/sandbox-panel/schemas';

export const turnDialsAction = defineAction(
  { name: 'turn-sandbox-dials', permission: 'sandbox:control', input: turnDialsSchema },
  async ({ ctx, input }) => {
    await turnDials(ctx, input);
    return { data: undefined, message: 'The dials are set.' };
  },
);

export const addFaultAction = defineAction(
  { name: 'add-sandbox-fault', permission: 'sandbox:control', input: addFaultSchema },
  async ({ ctx, input }) => {
    await addFault(ctx, input);
    return { data: undefined, message: 'The fault waits to strike.' };
  },
);

export const removeFaultAction = defineAction(
  { name: 'remove-sandbox-fault', permission: 'sandbox:control', input: removeFaultSchema },
  async ({ ctx, input }) => {
    await removeFault(ctx, input);
    return { data: undefined, message: 'The fault is removed.' };
  },
);

export const moveClockAction = defineAction(
  { name: 'move-sandbox-clock', permission: 'sandbox:control', input: moveClockSchema },
  async ({ ctx, input }) => {
    await moveClock(ctx, input);
    return { data: undefined, message: "The sandbox's clock is moved; all domains are looked at again." };
  },
);

export const resetSandboxAction = defineAction(
  { name: 'reset-sandbox', permission: 'sandbox:control', input: resetSandboxSchema },
  async ({ ctx, input }) => {
    await resetSandbox(ctx, input);
    return { data: undefined, message: input.seed ? 'The first content is back.' : 'The sandbox is empty.' };
  },
);
