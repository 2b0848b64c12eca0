import 'server-only';
import { sql } from 'drizzle-orm';
import { mayApprove } from '@/lib/approvals/approvers';
import type { ApproverRole } from '@/lib/approvals/model';
import type { Grants } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { changeSetApprovals, changeSets, stagePolicies } from '@/lib/db/schema';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { authorsOf } from './authors-of';

export interface Waiting {
  id: string;
  number: number;
  name: string;
  /** Of its author, for `authorsOf`. */
  authorName: string;
  stages: { stage: string; approverRole: ApproverRole; askedById: string; askedBy: string; at: string }[];
}

interface Row extends Record<string, unknown> {
  id: string;
  number: number;
  name: string;
  author_name: string;
  stage: string;
  approver_role: ApproverRole;
  user_id: string;
  user_name: string;
  at: string | Date;
}

/** Change sets whose newest version somebody has asked approval for, without an answer yet, the longest wait first. */
export async function listWaiting(db: Db): Promise<Waiting[]> {
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return [];
  const { rows } = await db.execute<Row>(sql`
    select c.id, c.number, c.name, c.author_name, a.stage, p.approver_role, a.user_id, a.user_name, a.at
    from (
      select distinct on (change_set_id, stage) * from ${changeSetApprovals} order by change_set_id, stage, id desc
    ) a
    join ${changeSets} c on c.id = a.change_set_id and c.version = a.version
    join ${stagePolicies} p on p.rest_api_id = c.rest_api_id and p.stage = a.stage
    where a.decision = 'requested' and c.rest_api_id = ${restApiId} and c.state in ('draft', 'stopped', 'applied')
    order by a.id`);
  const found = new Map<string, Waiting>();
  for (const row of rows) {
    const waiting = found.get(row.id) ?? {
      id: row.id,
      number: row.number,
      name: row.name,
      authorName: row.author_name,
      stages: [],
    };
    waiting.stages.push({
      stage: row.stage,
      approverRole: row.approver_role,
      askedById: row.user_id,
      askedBy: row.user_name,
      at: new Date(row.at).toISOString(),
    });
    found.set(row.id, waiting);
  }
  return [...found.values()];
}

/** Those of them that this user may answer. */
export async function waitingFor(db: Db, user: Grants & { id: string; email: string }): Promise<Waiting[]> {
  const theirs = (await listWaiting(db)).flatMap((waiting) => {
    const stages = waiting.stages.filter(
      ({ stage, approverRole, askedById }) => askedById !== user.id && mayApprove(user, stage, approverRole),
    );
    return stages.length > 0 ? { ...waiting, stages } : [];
  });
  const authors = await Promise.all(theirs.map((waiting) => authorsOf(db, waiting)));
  return theirs.filter((_, index) => !authors[index]?.has(user.email));
}
