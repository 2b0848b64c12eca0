import { z } from 'zod';

/** What the sign-in form sends. */
export const signInSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'Enter your email address.')
    .max(254, 'This is too long to be an email address.'),
  // Longer input would only keep argon2 busy.
  password: z.string().min(1, 'Enter your password.').max(1024, 'This is longer than any password can be here.'),
  next: z.string().max(2048).optional(),
});

const ownPassword = z
  .string()
  .min(1, 'Enter your password.')
  .max(1024, 'This is longer than any password can be here.');

const newPassword = z.string().min(1, 'Enter a new password.').max(1024, 'Use at most 1024 characters.');

const name = z.string().trim().min(1, 'Enter your name.').max(120, 'At most 120 characters.');

/** A code of an app, or a recovery code. */
const code = z.string().trim().min(1, 'Enter a code.').max(40, 'This is longer than any code is.');

const repeated = { path: ['repeatPassword'], message: 'The two are not the same.' };

export const changePasswordSchema = z
  .object({ currentPassword: ownPassword, newPassword, repeatPassword: z.string() })
  .refine((typed) => typed.newPassword === typed.repeatPassword, repeated);

export const acceptInvitationSchema = z
  .object({ token: z.string().min(1).max(200), name, newPassword, repeatPassword: z.string() })
  .refine((typed) => typed.newPassword === typed.repeatPassword, repeated);

export const profileSchema = z.object({ name });

export const secondStepSchema = z.object({ code });

export const enableSecondFactorSchema = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits that the app shows.')),
});

export const bothFactorsSchema = z.object({ password: ownPassword, code });

export const endSessionSchema = z.object({ sessionId: z.uuid() });

export const signInPolicySchema = z.object({ secondFactor: z.enum(['optional', 'required']) });
