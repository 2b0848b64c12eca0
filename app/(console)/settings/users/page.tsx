import type { Metadata } from 'next';
import { SearchForm } from '@/components/forms/search-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { InviteDialog } from '@/components/users/invite-dialog';
import { UsersTable } from '@/components/users/users-table';
import { requirePermission } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import { listUsers } from '@/lib/users/list-users';
import { readAccessOptions } from '@/lib/users/read-access-options';
import { inviteUserAction } from './actions';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage({ searchParams }: PageProps<'/settings/users'>) {
  const self = await requirePermission('users:manage');
  const { q } = await searchParams;
  const search = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  const db = await getDb();
  const now = new Date();
  const [rows, options] = await Promise.all([listUsers(db, { search, now }), readAccessOptions(db)]);
  return (
    <>
      <PageHeader
        title="Users"
        description="Who may sign in, and as what."
        actions={<InviteDialog options={options} publicUrl={env().publicUrl} action={inviteUserAction} />}
      />
      <div className="mb-3">
        <SearchForm action="/settings/users" label="Search users" placeholder="Name or address" value={search} />
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon="search"
            title="Nobody matches"
            action={
              <ButtonLink href="/settings/users" size="sm">
                Show everybody
              </ButtonLink>
            }
          >
            Try part of a name or of an address.
          </EmptyState>
        ) : (
          <UsersTable rows={rows} self={self.id} now={now.getTime()} />
        )}
      </Card>
    </>
  );
}
