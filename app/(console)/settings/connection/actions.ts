'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { confirmMutations } from '@/lib/connection/confirm-mutations';
import { printAccount } from '@/lib/connection/model';
import { refreshIdentity } from '@/lib/connection/refresh-identity';
import { runPreflight } from '@/lib/connection/run-preflight';
import { confirmMutationsSchema } from '@/lib/connection/schemas';
import { ExpectedError } from '@/lib/errors';

const nothing = z.object({});

export const refreshIdentityAction = defineAction(
  { name: 'refresh-identity', permission: 'settings:manage', input: nothing },
  async ({ ctx }) => {
    const { identity, failure } = await refreshIdentity(ctx);
    revalidatePath('/', 'layout');
    if (failure) throw new ExpectedError('aws-unreachable', failure.sentence, { fix: failure.fix });
    return { data: undefined, message: `AWS says: account ${printAccount(identity?.account ?? '')}.` };
  },
);

export const runPreflightAction = defineAction(
  { name: 'run-preflight', permission: 'settings:manage', input: nothing },
  async ({ ctx }) => {
    const { permissions } = await runPreflight(ctx);
    revalidatePath('/', 'layout');
    const missing = permissions.filter(({ verdict }) => verdict === 'missing').length;
    const found = missing === 0 ? 'No missing permission was found.' : `${missing} permissions are missing.`;
    return { data: undefined, message: missing === 1 ? 'One permission is missing.' : found };
  },
);

export const confirmMutationsAction = defineAction(
  { name: 'confirm-mutations', permission: 'settings:manage', input: confirmMutationsSchema },
  async ({ ctx, input }) => {
    const { account } = await confirmMutations(ctx, input);
    revalidatePath('/', 'layout');
    return { data: undefined, message: `Changes in account ${printAccount(account)} are confirmed.` };
  },
);
