import { parseArgs } from 'node:util';
import { resetPassword } from '@/lib/auth/reset-password';
import { ExpectedError } from '@/lib/errors';
import { closeDb, getContext } from '@/lib/runtime';

const usage = 'Usage: npm run user:reset -- <email> [--second-factor]';

/** Gives an account a new password, for who lost theirs and has nobody to ask. `--second-factor` removes the second factor, too. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'second-factor': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [email, ...rest] = positionals;
  if (!email || rest.length > 0) throw new ExpectedError('invalid', usage);
  const ctx = await getContext({ kind: 'system', name: 'user:reset' });
  const done = await resetPassword(ctx, email, { secondFactor: values['second-factor'] });
  console.log(`New sign-in: ${done.email} / ${done.password}`);
  console.log('The password is to be changed at the first sign-in. All sessions of the account have ended.');
  if (done.secondFactorLeft) console.log('Its second factor is still asked for; --second-factor removes that, too.');
  if (done.disabled) console.log('The account is disabled: an administrator has to enable it first.');
}

main()
  .catch((error) => {
    console.error(
      error instanceof ExpectedError
        ? `${error.message}${error.options.fix ? ` ${error.options.fix}` : ''}`
        : error instanceof TypeError && 'code' in error
          ? `${error.message}\n${usage}`
          : error,
    );
    process.exitCode = 1;
  })
  .finally(closeDb);
