import Link from 'next/link';
import { VerbLabel } from '@/components/routes/verb-label';
import { StatusBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { textLinkClass } from '@/components/ui/text-link';
import type { ExplainedRequest, ExplainedSide } from '@/lib/explain/model';
import { clientMethods } from '@/lib/explain/schemas';
import { curlOf } from './curl-of';
import { differenceSentences } from './difference-sentences';
import type { SideGroup } from './group-sides';
import type { Extras } from './model';
import { routeLink } from './route-link';
import { outcomeLook, titleOfGroup } from './side-words';

/** The answer before the reasons: what becomes of the request on each side, and what the sides do differently. */
export function InShort({
  explained,
  extras,
  groups,
  command,
}: {
  explained: ExplainedRequest;
  extras: Extras;
  groups: SideGroup[];
  command: string | null;
}) {
  const method = clientMethods.find((one) => one === explained.asked.method) ?? 'GET';
  return (
    <Card
      title="In short"
      description={withExtras(extras)}
      flush
      actions={
        command === null ? null : (
          <span className="flex items-center gap-1 text-ink-muted text-xs">
            curl
            <CopyButton value={curlOf(command, { method, ...extras })} label="the request as a curl command" />
          </span>
        )
      }
    >
      <ul aria-label="What becomes of it">
        {groups.length === 0 ? <NotReached explained={explained} /> : null}
        {groups.map((group) => (
          <li
            key={group.sides[0].key}
            className={cn(
              'border-line border-b px-4 py-3 last:border-b-0',
              groups.length === 1 ? 'flex flex-wrap items-center gap-x-3 gap-y-1.5' : 'grid gap-1',
            )}
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {groups.length === 1 ? null : <span className="font-medium">{titleOfGroup(group)}</span>}
              <Outcome side={group.sides[0]} />
            </p>
            <Sentence side={group.sides[0]} />
          </li>
        ))}
      </ul>
      {groups.length > 0 ? <Differences explained={explained} groups={groups} /> : null}
    </Card>
  );
}

function withExtras({ headers, body }: Extras): string | null {
  const parts = [
    ...(headers.length === 0 ? [] : [headers.length === 1 ? 'one header' : `${headers.length} headers`]),
    ...(body === '' ? [] : ['a body']),
  ];
  return parts.length === 0 ? null : `With ${parts.join(' and ')}, which the address of this page does not have.`;
}

function Outcome({ side }: { side: ExplainedSide }) {
  const { tone, icon, word } = outcomeLook(side);
  return (
    <StatusBadge tone={tone} icon={icon} still>
      {word}
    </StatusBadge>
  );
}

function Sentence({ side }: { side: ExplainedSide }) {
  const { route, sent, refusal, unknown } = side;
  if (unknown !== null) return <p className="text-ink-muted">{unknown}</p>;
  const href = routeLink(side);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-ink-muted">
      {route ? (
        <>
          <VerbLabel verb={route.verb} />
          {href ? (
            <Link href={href} prefetch={false} className={`${textLinkClass} break-name font-mono text-xs`}>
              {route.path}
            </Link>
          ) : (
            <code className="break-name text-ink">{route.path}</code>
          )}
        </>
      ) : null}
      {sent ? (
        <span className="flex min-w-0 items-baseline gap-2">
          <Icon name="arrow-right" className="size-3.5 shrink-0 translate-y-0.5 text-ink-subtle" />
          <code className="break-name min-w-0 text-ink">{sent.requestLine}</code>
        </span>
      ) : null}
      {refusal ? <span className="min-w-0">{refusal.sentence}</span> : null}
    </p>
  );
}

function NotReached({ explained: { host } }: { explained: ExplainedRequest }) {
  return (
    <li className="grid gap-1 px-4 py-3">
      <p>
        <StatusBadge tone={host?.answer ? 'amber' : 'grey'} icon="ban">
          {host?.answer ? `API Gateway answers ${host.answer.status}` : 'Does not reach this gateway'}
        </StatusBadge>
      </p>
      <p className="text-ink-muted">{host?.sentence}</p>
    </li>
  );
}

function Differences({ explained, groups }: { explained: ExplainedRequest; groups: SideGroup[] }) {
  const all = groups.flatMap(differenceSentences);
  // Of a side that nobody knows one can't say that it does the same.
  if (all.length === 0 && explained.sides.some(({ unknown }) => unknown !== null)) return null;
  return (
    <div className="border-line border-t bg-sunken px-4 py-2.5 text-sm">
      {all.length === 0 ? (
        <p className="flex items-start gap-2">
          <Icon name="circle-check" className="mt-0.5 size-4 shrink-0 text-green" />
          {sameSentence(explained)}
        </p>
      ) : (
        <ul aria-label="Differences" className="grid gap-1">
          {all.map((sentence) => (
            <li key={sentence} className="flex items-start gap-2">
              <Icon name="arrow-left-right" className="mt-0.5 size-4 shrink-0 text-amber" />
              <span className="break-name min-w-0">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sameSentence({ sides }: ExplainedRequest): string {
  const stages = sides.filter(({ key }) => key.startsWith('stage:')).length;
  const live = stages === 1 ? 'Live' : 'All stages';
  const hasDraft = sides.some(({ key }) => key.startsWith('draft:'));
  return hasDraft ? `${live}, working copy and draft do the same.` : `${live} and working copy do the same.`;
}
