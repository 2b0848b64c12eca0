import 'server-only';
import { sql } from 'drizzle-orm';
import type { AwsDeployment } from '@/lib/aws/api-gateway/get-deployments';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';

const chunk = 500;

/** Notes deployments that AWS has; what is known of them beside that stays. */
export async function storeDeployments(db: Db, restApiId: string, found: readonly AwsDeployment[]): Promise<void> {
  for (let at = 0; at < found.length; at += chunk) {
    const rows = found.slice(at, at + chunk).map(({ id, description, createdAt }) => {
      return { restApiId, id, description, createdAt: new Date(createdAt) };
    });
    await db
      .insert(deployments)
      .values(rows)
      .onConflictDoUpdate({
        target: [deployments.restApiId, deployments.id],
        set: { description: sql`excluded.description`, goneAt: null },
        setWhere: sql`${deployments.description} is distinct from excluded.description or ${deployments.goneAt} is not null`,
      });
  }
}
