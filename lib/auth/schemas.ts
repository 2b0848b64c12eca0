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
