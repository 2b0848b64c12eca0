import { z } from 'zod';
import { roles } from '@/lib/auth/roles';

/** A group of checkboxes as a form sends it: nothing, one, or a list. */
const checked = (item: z.ZodType<string>, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, `At most ${most}.`),
  );

const access = {
  role: z.enum(roles, 'Choose a role.'),
  tenants: z.enum(['all', 'some'], 'Choose one.'),
  /** Of the only tenants, where `tenants` is `some`. */
  tenantSlugs: checked(z.string().max(100), 5_000),
  stages: z.enum(['all', 'some'], 'Choose one.'),
  /** Of the only stages, where `stages` is `some`. */
  stageNames: checked(z.string().regex(/^[A-Za-z0-9_-]{1,128}$/), 100),
};

type Access = z.output<z.ZodObject<typeof access>>;

function refuseLimitedAdministrator(input: Access, context: z.core.$RefinementCtx<Access>): void {
  if (input.role !== 'administrator' || (input.tenants === 'all' && input.stages === 'all')) return;
  const message = 'Administrators deal with everything: they could lift their own limits.';
  context.issues.push({ code: 'custom', path: ['role'], message, input });
}

export const inviteUserSchema = z
  .object({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254, 'This is too long to be an email address.')
      .refine((value) => z.email().safeParse(value).success, 'Enter an email address.'),
    ...access,
  })
  .superRefine(refuseLimitedAdministrator);
export type InviteUserInput = z.output<typeof inviteUserSchema>;

export const changeAccessSchema = z.object({ id: z.uuid(), ...access }).superRefine(refuseLimitedAdministrator);
export type ChangeAccessInput = z.output<typeof changeAccessSchema>;

export const userIdSchema = z.object({ id: z.uuid() });
