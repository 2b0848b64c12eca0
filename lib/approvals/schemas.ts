import { z } from 'zod';
import { approverRoles } from './model';

const stage = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'Choose a stage.');

export const protectStageSchema = z.object({
  stage,
  /** Lowest role of who approves; null: the stage needs nobody's approval. */
  approverRole: z.enum(approverRoles, 'Choose a role.').nullable(),
});
export type ProtectStageInput = z.output<typeof protectStageSchema>;

const number = z.coerce.number<number | string>().int().min(1).max(2_147_483_647);
const version = z.coerce.number<number | string>().int().min(1).max(2_147_483_647);
const comment = z.string().trim().max(2_000, 'At most 2,000 characters.').default('');
/** Of what the page showed: the content that the stage would serve. */
const resultHash = z.string().regex(/^[0-9a-f]{64}$/);

const about = { number, version, resultHash, stage };

export const requestApprovalSchema = z.object({ ...about, comment });
export type RequestApprovalInput = z.output<typeof requestApprovalSchema>;

export const decideApprovalSchema = z
  .object({ ...about, decision: z.enum(['approved', 'declined']), comment })
  .refine(({ decision, comment }) => decision === 'approved' || comment !== '', {
    error: 'Say what is to be changed.',
    path: ['comment'],
  });
export type DecideApprovalInput = z.output<typeof decideApprovalSchema>;

export const withdrawApprovalSchema = z.object({ number, stage });
export type WithdrawApprovalInput = z.output<typeof withdrawApprovalSchema>;
