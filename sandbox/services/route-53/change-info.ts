import { randomInt } from 'node:crypto';
import type { ChangeInfo } from '@aws-sdk/client-route-53';
import type { Context } from '../../context';
import type { StoredChange } from '../../model';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** An id of Route 53: `prefix` and 20 capitals and digits. */
export function newId(prefix: 'Z' | 'C' | 'N'): string {
  return prefix + Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Notes a change of a zone, to be asked for by GetChange. */
export function noteChange(context: Context, tx: Transaction, zoneId: string, comment?: string): ChangeInfo {
  const change = { id: newId('C'), zoneId, submittedAt: context.now, ...(comment ? { comment } : {}) };
  tx.put('changes', keyOf.change(context.account, change.id), change);
  return changeInfo(context, change);
}

export function changeInfo(context: Context, { id, submittedAt, comment }: StoredChange): ChangeInfo {
  return {
    Id: `/change/${id}`,
    Status: context.now >= submittedAt + context.dials.dnsSyncMs ? 'INSYNC' : 'PENDING',
    SubmittedAt: new Date(submittedAt),
    ...(comment ? { Comment: comment } : {}),
  };
}
