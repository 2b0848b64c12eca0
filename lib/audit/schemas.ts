import { z } from 'zod';

const shortestRetentionDays = 90;

export const retentionSchema = z
  .object({
    keep: z.enum(['ever', 'days'], { error: 'Choose how long rows are kept.' }),
    days: z.string().trim().default(''),
  })
  .transform(({ keep, days }, ctx) => {
    if (keep === 'ever') return { days: null };
    const value = Number(days);
    if (/^\d{1,5}$/.test(days) && value >= shortestRetentionDays && value <= 36_500) return { days: value };
    ctx.addIssue({
      code: 'custom',
      path: ['days'],
      message: `Give a number of days from ${shortestRetentionDays} to 36500.`,
    });
    return z.NEVER;
  });

export const webhookSchema = z.object({
  url: z
    .string()
    .trim()
    .max(2_000, 'The address is longer than 2000 characters.')
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: 'Give an address that begins with https:// (or http://).',
    })
    .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), {
      error: 'Leave user name and password out of the address: the signature proves who sends.',
    }),
  enabled: z
    .enum(['on', 'off'])
    .default('off')
    .transform((value) => value === 'on'),
});
