'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { askForVerification } from '@/lib/audit/keep/ask-for-verification';
import { previewRetention, setRetention } from '@/lib/audit/keep/retain';
import { retentionSchema, webhookSchema } from '@/lib/audit/schemas';
import { renewWebhookSecret, setWebhook, testWebhook } from '@/lib/audit/stream/set-webhook';
import { env } from '@/lib/env';

export const verifyAuditLogAction = defineAction(
  { name: 'verify-audit-log', permission: 'audit:manage', input: z.unknown() },
  async ({ ctx }) => {
    await askForVerification(ctx);
    return { data: undefined, message: 'The verification begins in a moment.' };
  },
);

export const previewRetentionAction = defineAction(
  { name: 'preview-audit-retention', permission: 'audit:manage', input: retentionSchema },
  async ({ ctx, input: { days } }) => {
    const found = days === null ? null : await previewRetention(ctx, days);
    const data = found === null ? null : { rows: found.rows, until: found.until.toISOString() };
    return { data, message: 'Nothing was removed.' };
  },
);

export const setRetentionAction = defineAction(
  { name: 'set-audit-retention', permission: 'audit:manage', input: retentionSchema },
  async ({ ctx, input: { days } }) => {
    await setRetention(ctx, days);
    const message = days === null ? 'Rows are kept for ever.' : `Rows are kept for ${days} days.`;
    return { data: undefined, message };
  },
);

export const setWebhookAction = defineAction(
  { name: 'set-audit-webhook', permission: 'audit:manage', input: webhookSchema },
  async ({ ctx, input }) => {
    const data = await setWebhook(ctx, input, env().authSecret);
    return { data, message: input.enabled ? 'The webhook is on.' : 'The webhook is saved, and off.' };
  },
);

export const renewWebhookSecretAction = defineAction(
  { name: 'renew-audit-webhook-secret', permission: 'audit:manage', input: z.unknown() },
  async ({ ctx }) => {
    const data = await renewWebhookSecret(ctx, env().authSecret);
    return { data, message: 'The former secret has ended.' };
  },
);

export const testWebhookAction = defineAction(
  { name: 'test-audit-webhook', permission: 'audit:manage', input: z.unknown() },
  async ({ ctx }) => {
    const { status } = await testWebhook(ctx, env().authSecret);
    return { data: undefined, message: `The receiver answered ${status}.` };
  },
);
