'use server';

import { defineAction } from '@/lib/actions/define-action';
import { sendRecordsMail } from '@/lib/mail/send-records-mail';
import { createShareLink } from '@/lib/share/create-link';
import { ofShareLink, revokeShareLink } from '@/lib/share/revoke-link';
import { createShareLinkSchema, revokeShareLinkSchema, sendRecordsMailSchema } from '@/lib/share/schemas';
import { ofTenant } from '@/lib/tenants/targets';

export const createShareLinkAction = defineAction(
  {
    name: 'create-share-link',
    permission: 'tenants:share',
    input: createShareLinkSchema,
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input }) => ({ data: await createShareLink(ctx, input), message: 'The link is made.' }),
);

export const revokeShareLinkAction = defineAction(
  {
    name: 'revoke-share-link',
    permission: 'tenants:share',
    input: revokeShareLinkSchema,
    target: ({ id }, db) => ofShareLink(db, id),
  },
  async ({ ctx, input }) => {
    await revokeShareLink(ctx, input.id);
    return { data: undefined, message: 'The link is worth nothing now.' };
  },
);

export const sendRecordsMailAction = defineAction(
  {
    name: 'send-records-mail',
    permission: 'tenants:share',
    input: sendRecordsMailSchema,
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input }) => {
    const { recipient } = await sendRecordsMail(ctx, input.slug);
    return { data: undefined, message: `The e-mail to ${recipient} is on its way.` };
  },
);
