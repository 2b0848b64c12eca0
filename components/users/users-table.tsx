import Link from 'next/link';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { ListedUser } from '@/lib/users/model';
import { limitsInWords } from './access-words';
import { methodWords, userStateLooks } from './user-looks';

/** Everybody who has an account. */
export function UsersTable({ rows, self, now }: { rows: ListedUser[]; self: string; now: number }) {
  return (
    <Table label="Users" stacked>
      <Thead>
        <Th>User</Th>
        <Th>Role</Th>
        <Th>Signs in with</Th>
        <Th>Last seen</Th>
        <Th>State</Th>
      </Thead>
      <tbody>
        {rows.map((row) => {
          const look = userStateLooks[row.state];
          const limits = limitsInWords(row);
          return (
            <Tr key={row.id} interactive>
              <Td>
                <Link href={`/settings/users/${row.id}`} className={`${rowLinkClass} break-name`}>
                  {row.name}
                </Link>{' '}
                {row.id === self ? <Badge>you</Badge> : null}
                {row.name === row.email ? null : (
                  <span className="break-name block text-ink-muted text-xs">{row.email}</span>
                )}
              </Td>
              <Td heading="Role">
                {row.role}
                {limits ? <span className="block text-ink-muted text-xs">{limits}</span> : null}
              </Td>
              <Td heading="Signs in with">
                {row.method ? methodWords[row.method] : 'Not yet'}
                {row.method === 'password' ? (
                  <span className="block text-ink-muted text-xs">
                    {row.secondFactor ? 'second factor on' : 'no second factor'}
                  </span>
                ) : null}
              </Td>
              <Td heading="Last seen">{row.lastSeenAt ? <RelativeTime at={row.lastSeenAt} now={now} /> : 'never'}</Td>
              <Td heading="State">
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
