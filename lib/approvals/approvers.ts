import 'server-only';
import { findGrants } from '@/lib/auth/find-grants';
import { type Grants, may } from '@/lib/auth/permissions';
import { permits } from '@/lib/auth/roles';
import type { Db } from '@/lib/db/db';
import type { ApprovalEntry, ApproverRole } from './model';

/** Whether somebody has what a stage demands of who approves; that they haven't made it themselves is another question. */
export function mayApprove(grants: Grants, stage: string, approverRole: ApproverRole): boolean {
  return may(grants, 'change-sets:approve', { stage }) && permits(grants.role, approverRole);
}

/** Whether who approved may still do so: a demotion, a limit or the account's end takes the approvals along. */
export async function approversOf(
  db: Db,
  entries: readonly ApprovalEntry[],
  policies: ReadonlyMap<string, ApproverRole>,
): Promise<(entry: ApprovalEntry) => boolean> {
  const ids = new Set(entries.flatMap(({ decision, userId }) => (decision === 'approved' ? userId : [])));
  const people = await findGrants(db, [...ids]);
  return ({ userId, stage }) => {
    const grants = people.get(userId);
    const approverRole = policies.get(stage);
    return grants !== undefined && approverRole !== undefined && mayApprove(grants, stage, approverRole);
  };
}
