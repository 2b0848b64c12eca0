import 'server-only';
import type { Known } from '@/lib/domains/observed';
import { toTrouble } from '@/lib/domains/to-trouble';

/** Runs one read of AWS. A failure of AWS becomes "not known, because"; it never looks like absence. */
export async function look<T>(now: Date, read: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: true, value: await read() };
  } catch (error) {
    return { known: false, trouble: toTrouble(error, now) };
  }
}
