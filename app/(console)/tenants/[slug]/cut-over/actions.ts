'use server';

import { defineAction } from '@/lib/actions/define-action';
import { getNetwork } from '@/lib/dns/get-network';
import { cutOver } from '@/lib/domains/cut-over/cut-over';
import { rehearseNow } from '@/lib/domains/cut-over/rehearse-now';
import { takeBack } from '@/lib/domains/cut-over/take-back';
import { checkNow } from '@/lib/tenants/check-now';
import { checkNowSchema, cutOverSchema } from '@/lib/tenants/schemas';
import { ofDomain } from '@/lib/tenants/targets';

export const testHandshakeAction = defineAction(
  {
    name: 'test-handshake',
    permission: 'tenants:edit',
    input: checkNowSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    await rehearseNow(ctx, input.domainId, getNetwork());
    // What the page shows is what a pass has seen.
    await checkNow(ctx, input.domainId);
    return { data: undefined, message: 'The handshake test passed.' };
  },
);

export const cutOverAction = defineAction(
  {
    name: 'cut-over',
    permission: 'tenants:edit',
    input: cutOverSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const { hostname, kind } = await cutOver(ctx, input);
    const message =
      kind === 'managed'
        ? `${hostname} is being cut over.`
        : `${hostname} may be led here; the tenant is asked for the record.`;
    return { data: undefined, message };
  },
);

export const takeBackAction = defineAction(
  {
    name: 'take-back',
    permission: 'tenants:edit',
    input: checkNowSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const { hostname } = await takeBack(ctx, input.domainId);
    return { data: undefined, message: `${hostname} leads where it did before.` };
  },
);
