import { CallButton } from '@/components/changes/call-button';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { ActionResult } from '@/lib/actions/result';
import type { SessionRow } from '@/lib/auth/list-sessions';
import { describeUserAgent } from './describe-user-agent';

/** Where one is signed in; each but the one in hand can be ended. */
export function SessionList({
  sessions,
  currentId,
  now,
  end,
}: {
  sessions: SessionRow[];
  currentId: string;
  now: number;
  end: (previous: null, input: { sessionId: string }) => Promise<ActionResult<unknown>>;
}) {
  return (
    <Table label="Sessions" stacked>
      <Thead>
        <Th>Device</Th>
        <Th>Address</Th>
        <Th>Signed in</Th>
        <Th>Last used</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </Thead>
      <tbody>
        {sessions.map(({ id, userAgent, ip, method, createdAt, lastSeenAt }) => {
          const device = describeUserAgent(userAgent);
          return (
            <Tr key={id}>
              <Td heading="Device">
                <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium" title={userAgent ?? undefined}>
                    {device}
                  </span>
                  {id === currentId ? <Badge tone="green">This session</Badge> : null}
                  {method === 'oidc' ? <Badge>Identity provider</Badge> : null}
                </span>
              </Td>
              <Td heading="Address" className="font-mono text-xs">
                {ip ?? 'unknown'}
              </Td>
              <Td heading="Signed in">
                <RelativeTime at={createdAt.toISOString()} now={now} />
              </Td>
              <Td heading="Last used">
                <RelativeTime at={lastSeenAt.toISOString()} now={now} />
              </Td>
              <Td className="sm:text-right">
                {id === currentId ? null : (
                  <CallButton
                    label="End"
                    accessibleLabel={`End: ${device}, ${ip ?? 'unknown address'}`}
                    size="sm"
                    input={{ sessionId: id }}
                    action={end}
                  />
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
