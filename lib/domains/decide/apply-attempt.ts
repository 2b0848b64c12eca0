import type { AxisDrafts } from '@/lib/domains/decide/headline';
import type { Actor, AxisName, StepName, Trouble } from '@/lib/domains/model';

/** What a step came to that is not done. */
export type Attempt = { step: StepName; retryAt: Date | null } & (
  | { result: 'waiting'; actor: Actor; sentence: string }
  | { result: 'failed'; trouble: Trouble }
);

/** The axis that a step moves. */
const axisOfStep: Record<StepName, AxisName> = {
  'request-certificate': 'certificate',
  'publish-validation': 'validation',
  'await-certificate': 'certificate',
  'create-domain-name': 'gateway',
  'create-mappings': 'mapping',
  'publish-edge-name': 'dns',
  'publish-alias': 'dns',
  'await-sync': 'dns',
  probe: 'dns',
  'stop-usage': 'dns',
  'remove-alias': 'dns',
  'remove-mappings': 'mapping',
  'remove-domain-name': 'gateway',
  'remove-edge-name': 'dns',
  'remove-validation': 'validation',
  'remove-certificate': 'certificate',
  'remove-tags': 'gateway',
};

/** The step's axis says what came of it: a wait, a pause before the next try, or the operator's turn. */
export function applyAttempt(axes: AxisDrafts, attempt: Attempt | null): AxisDrafts {
  if (attempt === null) return axes;
  const name = axisOfStep[attempt.step];
  const deadline = axes[name].deadline ?? null;
  if (attempt.result === 'waiting') {
    return {
      ...axes,
      [name]: { state: 'waiting', actor: attempt.actor, sentence: attempt.sentence, deadline, pace: 'fast' },
    };
  }
  const { sentence, fix, actor, retryable } = attempt.trouble;
  const state = retryable ? 'waiting' : 'problem';
  return {
    ...axes,
    [name]: { state, actor, sentence: retryable || fix === '' ? sentence : `${sentence} ${fix}`, deadline },
  };
}
