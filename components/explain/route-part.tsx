import Link from 'next/link';
import { VerbLabel } from '@/components/routes/verb-label';
import { Badge } from '@/components/ui/badge';
import { textLinkClass } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import type { ExplainedSide } from '@/lib/explain/model';
import type { Candidate, ResolutionPath } from '@/lib/gateway/explain-resolution';
import { routeLink } from './route-link';

const verdicts: Record<Candidate['verdict'], { tone: Tone; word: string }> = {
  chosen: { tone: 'green', word: 'chosen' },
  'no-method': { tone: 'amber', word: 'no method' },
  'less-specific': { tone: 'grey', word: 'passed over' },
  'near-miss': { tone: 'grey', word: 'does not fit' },
};

/** How the route was found, and why not its siblings. */
export function RoutePart({ side, decision }: { side: ExplainedSide; decision: ResolutionPath }) {
  const { route } = side;
  const href = routeLink(side);
  const others = decision.candidates.filter(({ verdict }) => verdict !== 'chosen');
  const chosen = decision.candidates.find(({ verdict }) => verdict === 'chosen');
  return (
    <div className="grid gap-2 text-sm">
      {route && href ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <VerbLabel verb={route.verb} />
          <Link href={href} prefetch={false} className={`${textLinkClass} break-name font-mono text-xs`}>
            {route.path}
          </Link>
        </p>
      ) : null}
      <p className="break-name text-ink-muted">
        {decision.sentence} {chosen?.sentence}
      </p>
      <Parameters values={route?.pathParameters ?? {}} />
      <Others candidates={others} open={route === null} />
    </div>
  );
}

function Parameters({ values }: { values: Record<string, string> }) {
  const pairs = Object.entries(values);
  if (pairs.length === 0) return null;
  return (
    <ul aria-label="Path variables" className="flex flex-wrap gap-x-4 gap-y-1">
      {pairs.map(([name, value]) => (
        <li key={name} className="break-name font-mono text-xs">
          <span className="text-ink-muted">{`{${name}}`} =</span> {value}
        </li>
      ))}
    </ul>
  );
}

function Others({ candidates, open }: { candidates: Candidate[]; open: boolean }) {
  if (candidates.length === 0) return null;
  const list = (
    <ul aria-label="Other resources" className="grid gap-2">
      {candidates.map(({ path, verdict, sentence, verbs }) => (
        <li key={path}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <code className="break-name">{path}</code>
            <Badge tone={verdicts[verdict].tone}>{verdicts[verdict].word}</Badge>
            {verbs.length > 0 ? <span className="font-mono text-2xs text-ink-subtle">{verbs.join(' ')}</span> : null}
          </p>
          <p className="break-name text-ink-muted text-xs">{sentence}</p>
        </li>
      ))}
    </ul>
  );
  if (open) return list;
  return (
    <details>
      <summary className="w-fit rounded-sm text-ink-muted text-xs underline decoration-line-strong underline-offset-3 hover:text-ink">
        Why not {candidates.length === 1 ? candidates[0]?.path : `${candidates.length} others`}
      </summary>
      <div className="mt-2">{list}</div>
    </details>
  );
}
