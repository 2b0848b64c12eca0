import 'server-only';
import { AwsError } from './errors';

/** What `call` answers, or `absent` when AWS itself says that the resource does not exist. */
export async function unlessAbsent<T, A>(absent: A, call: () => Promise<T>): Promise<T | A> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return absent;
    throw error;
  }
}
