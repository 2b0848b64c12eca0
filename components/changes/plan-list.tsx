import { Disclosure } from '@/components/ui/disclosure';
import type { Plan } from '@/lib/gateway/calls';
import { formatDuration } from './format-duration';

/** The calls that applying makes, in order, and what they cost of AWS's quotas. */
export function PlanList({ plan }: { plan: Plan }) {
  return (
    <div className="grid gap-3 text-sm">
      <p>
        {plan.calls.length} {plan.calls.length === 1 ? 'call' : 'calls'}, {formatDuration(plan.durationMs)} under AWS's
        quotas.
      </p>
      {plan.calls.length > 0 ? (
        <Disclosure summary="Show the calls">
          <ol className="grid list-decimal gap-1 pl-7 marker:text-ink-subtle">
            {plan.calls.map(({ call, sentence }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a plan's calls have an order and nothing else
              <li key={index} className="break-name">
                {sentence} <span className="text-ink-muted text-xs">{call.operation}</span>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </div>
  );
}
