import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { printAccount } from '@/lib/connection/model';
import type { ConnectionState } from '@/lib/connection/read-connection';

interface Setup {
  target: 'sandbox' | 'endpoint' | 'aws';
  region: string;
  endpoint: string | null;
  role: { roleArn: string; externalId: string | null; sessionName: string } | null;
  quotaScale: number;
  worker: { inline: boolean; alive: boolean };
  confirmMutations: boolean;
}

const targets: Record<Setup['target'], string> = {
  sandbox: 'The built-in sandbox; nothing reaches AWS',
  endpoint: 'A custom endpoint',
  aws: 'AWS',
};

/** Who and where the console is for AWS, and how it is set up. */
export function ConnectionFacts({
  connection: { identity, confirmed },
  setup: { target, region, endpoint, role, quotaScale, worker, confirmMutations },
  now,
}: {
  connection: ConnectionState;
  setup: Setup;
  now: number;
}) {
  const unknown = <span className="text-ink-muted">not known yet</span>;
  return (
    <DescriptionList
      items={[
        { name: 'Target', value: targets[target] },
        {
          name: 'Account',
          value: identity ? (
            <Copyable text={printAccount(identity.account)} value={identity.account} label="the account" />
          ) : (
            unknown
          ),
        },
        { name: 'Region', value: <code>{region}</code> },
        {
          name: 'Identity',
          value: identity ? <Copyable text={identity.arn} value={identity.arn} label="the ARN" /> : unknown,
        },
        { name: 'User id', value: identity ? <code>{identity.userId}</code> : unknown },
        { name: 'Credentials from', value: identity ? identity.source : unknown },
        { name: 'Role to assume', value: role ? <Role {...role} /> : null },
        { name: 'Endpoint', value: endpoint ? <code>{endpoint}</code> : "AWS's own" },
        {
          name: 'Pace',
          value: quotaScale === 1 ? "AWS's documented quotas" : `${quotaScale} times AWS's documented quotas`,
        },
        {
          name: 'Worker',
          value: `${worker.inline ? 'In this process' : 'In a process of its own'}, ${worker.alive ? 'alive' : 'no sign of life lately'}`,
        },
        {
          name: 'Changes',
          value: confirmed ? (
            <>
              confirmed by {confirmed.by} <RelativeTime at={confirmed.at} now={now} />
            </>
          ) : confirmMutations ? (
            <strong className="font-medium text-red">wait for a confirmation</strong>
          ) : (
            'allowed; this target is not asked to be confirmed'
          ),
        },
        { name: 'Last asked', value: identity ? <RelativeTime at={identity.at} now={now} /> : unknown },
      ]}
    />
  );
}

function Copyable({ text, value, label }: { text: string; value: string; label: string }): ReactNode {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="break-name min-w-0">{text}</code>
      <CopyButton value={value} label={label} />
    </span>
  );
}

function Role({
  roleArn,
  externalId,
  sessionName,
}: {
  roleArn: string;
  externalId: string | null;
  sessionName: string;
}) {
  return (
    <>
      <code>{roleArn}</code>
      <span className="block text-ink-muted text-xs">
        as session <code>{sessionName}</code>, {externalId === null ? 'without an external id' : 'with an external id'}
      </span>
    </>
  );
}
