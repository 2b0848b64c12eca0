import { StatusBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { FeaturePermissions } from '@/lib/connection/group-permissions';
import { PermissionList } from './permission-list';
import { type PlainAction, RunAction } from './run-action';
import { verdictLook } from './verdict-look';

/** What the last preflight found, by what an operator does: what is missing, and what will not work. */
export function PreflightCard({
  groups,
  at,
  now,
  action,
}: {
  /** Null: none was run for this identity. */
  groups: FeaturePermissions[] | null;
  at: string | null;
  now: number;
  action: PlainAction;
}) {
  return (
    <Card
      title="Preflight"
      description={
        at ? (
          <>
            Tried <RelativeTime at={at} now={now} />. Each permission is tried in a way that changes nothing.
          </>
        ) : (
          'Tries each permission in a way that changes nothing.'
        )
      }
      actions={<RunAction label="Run preflight" icon="play" action={action} />}
      flush
    >
      {groups === null ? (
        <EmptyState icon="shield-check" title="No preflight was run for this identity yet">
          It takes some ten seconds and says which permissions are missing, and what will not work without them.
        </EmptyState>
      ) : (
        <ul>
          {groups.map((group) => (
            <FeatureRow key={group.feature} group={group} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function FeatureRow({ group: { title, permissions, missing, without } }: { group: FeaturePermissions }) {
  const count = (verdict: keyof typeof verdictLook) => permissions.filter((each) => each.verdict === verdict).length;
  const [unanswered, untold] = [count('unanswered'), count('untold')];
  const worst = (['missing', 'unanswered', 'untold', 'permitted'] as const).find((verdict) => count(verdict) > 0);
  // Not all of it is known, and so far nothing speaks against it.
  const look =
    worst === 'untold' ? { ...verdictLook.untold, words: 'None missing' } : verdictLook[worst ?? 'permitted'];
  const words = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(unanswered > 0 ? [`${unanswered} without an answer`] : []),
    `${count('permitted')} of ${permissions.length} permitted`,
    ...(untold > 0 ? [`${untold} can't be told`] : []),
  ];
  return (
    <li className="grid gap-x-4 gap-y-1.5 border-line border-b px-4 py-3 last:border-b-0 md:grid-cols-[8rem_minmax(0,1fr)]">
      <div>
        <StatusBadge tone={look.tone} icon={look.icon}>
          {look.words}
        </StatusBadge>
      </div>
      <div className="min-w-0">
        <h3 className="font-medium text-sm">{title}</h3>
        {without.map((sentence) => (
          <p key={sentence} className="text-sm">
            {sentence}
          </p>
        ))}
        {missing > 0 ? (
          <p className="break-name text-ink-muted text-sm">
            Missing:{' '}
            {permissions
              .filter(({ verdict }) => verdict === 'missing')
              .map(({ operation, action }) => (operation ? `${operation} (${action})` : action))
              .join(', ')}
          </p>
        ) : null}
        <Disclosure summary={words.join(' · ')} className="mt-1">
          <PermissionList permissions={permissions} />
        </Disclosure>
      </div>
    </li>
  );
}
