import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { PermissionsTable } from '@/components/users/permissions-table';
import { may, permissionNames } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Permissions' };

export default async function PermissionsPage() {
  const user = await requireSession();
  const mine = new Set(permissionNames.filter((name) => may(user, name)));
  return (
    <>
      <PageHeader
        title="Permissions"
        description="Who may do what. Every click and every request is checked against this table."
      />
      <div className="grid gap-5">
        <Card title="What you may do">
          <DescriptionList
            items={[
              { name: 'Role', value: user.role },
              { name: 'Tenants', value: user.tenants === null ? 'all' : user.tenants.join(', ') || 'none' },
              {
                name: 'Deploys to',
                value:
                  user.role === 'viewer' || user.tenants !== null
                    ? 'no stage'
                    : user.stages === null
                      ? 'all stages'
                      : user.stages.join(', ') || 'no stage',
              },
              { name: 'Permissions', value: `${mine.size} of ${permissionNames.length}, marked in the last column` },
            ]}
          />
        </Card>
        <Card flush>
          <PermissionsTable mine={mine} />
        </Card>
      </div>
    </>
  );
}
