import 'server-only';
import { ExpectedError } from '@/lib/errors';
import { passwordProblem } from './password-rules';

/** @throws ExpectedError `invalid`, with its sentence at the field `newPassword`, when the rules don't allow a new password */
export function requireGoodPassword(newPassword: string, owner: { email: string; name: string }): void {
  const problem = passwordProblem(newPassword, owner);
  if (problem)
    throw new ExpectedError('invalid', 'This password can not be used.', { fields: { newPassword: problem } });
}
