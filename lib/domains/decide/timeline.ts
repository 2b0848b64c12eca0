import type { DnsPhase } from '@/lib/domains/decide/dns-axis';
import type { AxisDrafts } from '@/lib/domains/decide/headline';
import type { AxisDraft, View } from '@/lib/domains/decide/view';
import { type AxisState, type OnboardingStep, onboardingSteps, type Step, type StepState } from '@/lib/domains/model';
import { planEdgeName } from '@/lib/domains/plan-edge-name';

export type StepDraft = Pick<Step, 'state' | 'actor' | 'sentence' | 'heldBy'> & { deadline?: string | null };

const stateOf: Record<AxisState, StepState> = {
  ok: 'done',
  'at-risk': 'done',
  waiting: 'waiting',
  working: 'working',
  problem: 'failed',
  unknown: 'unknown',
  'not-started': 'pending',
  'not-needed': 'skipped',
};

const of = (axis: AxisDraft): StepDraft => ({ ...axis, state: stateOf[axis.state] });
const done = (sentence: string): StepDraft => ({ state: 'done', actor: 'nobody', sentence });
const skipped = (sentence: string): StepDraft => ({ state: 'skipped', actor: 'nobody', sentence });
const pending = (sentence: string): StepDraft => ({ state: 'pending', actor: 'nobody', sentence });

/** The steps to Live, told from the axes. */
export function timeline(view: View, axes: AxisDrafts, phase: DnsPhase): Step[] {
  // A step that there is nothing to do for in most domains; the others are shown as not needed.
  const names = onboardingSteps.filter((name) => name !== 'publish-edge-name' || view.subject.edge !== null);
  return names.map((name) => settleStep(view, name, drafts[name](view, axes, phase)));
}

type Tell = (view: View, axes: AxisDrafts, phase: DnsPhase) => StepDraft;

const drafts: Record<OnboardingStep, Tell> = {
  'request-certificate': ({ wanted }, { certificate }) => {
    if (wanted.certificateMode === 'existing') return skipped('Uses a certificate that is there already.');
    return wanted.certificateArn === null ? of(certificate) : done('Requested.');
  },
  'publish-validation': (_view, { validation }) => of(validation),
  'await-certificate': ({ wanted }, { certificate, validation }) => {
    if (wanted.certificateMode === 'existing' && certificate.state === 'ok') return skipped('Issued already.');
    if (wanted.certificateArn === null && wanted.certificateMode === 'dedicated')
      return pending('Starts once the certificate is requested.');
    const early = certificate.state === 'waiting' && validation.state !== 'ok' && validation.state !== 'not-needed';
    return early
      ? { ...pending('ACM issues once the validation record is visible.'), deadline: certificate.deadline }
      : of(certificate);
  },
  'create-domain-name': ({ wanted }, { gateway }) => {
    const shared = wanted.gatewayDomainName !== wanted.hostname;
    return shared && (gateway.state === 'ok' || gateway.state === 'at-risk') ? skipped(gateway.sentence) : of(gateway);
  },
  'create-mappings': (_view, { mapping }) => of(mapping),
  'publish-edge-name': ({ subject, observed }, { dns }, phase) => {
    if (phase === 'none') return pending('Starts once the gateway has a target.');
    const there = observed.edgeRecords.known ? planEdgeName(subject, observed).state === 'equal' : phase !== 'record';
    return there ? done(`${subject.edge?.name ?? 'It'} leads to the gateway.`) : of(dns);
  },
  'publish-alias': (view, { dns }, phase) => {
    if (view.subject.phase === 'prepare' && phase === 'record') return pending('Not before the cut-over.');
    if (edgeIsOnItsWay(view, phase)) return pending('The hostname has to lead to the stable name.');
    if (phase === 'none' || phase === 'record') return of(dns);
    return done('The name leads to the gateway.');
  },
  'await-sync': ({ wanted }, { dns }, phase) => {
    if (wanted.zoneId === null) return skipped("The tenant's DNS provider spreads the record.");
    if (phase === 'none' || phase === 'record') return pending('Starts once the records are published.');
    return phase === 'sync' ? of(dns) : done('Route 53 has spread the records.');
  },
  probe: (_view, { dns }, phase) => {
    return phase === 'probe' || phase === 'done' ? of(dns) : pending('Starts once the name leads to the gateway.');
  },
};

function edgeIsOnItsWay({ wanted, subject, observed }: View, phase: DnsPhase): boolean {
  if (wanted.zoneId !== null || subject.edge === null) return false;
  const toPublish = observed.edgeRecords.known && planEdgeName(subject, observed).state !== 'equal';
  return phase === 'sync' || (phase === 'record' && toPublish);
}

/** Adds since when the step is in its state. */
export function settleStep<N extends Step['name']>(
  view: Pick<View, 'previous' | 'now'>,
  name: N,
  draft: StepDraft,
): Step {
  const { state, actor, sentence, deadline = null, heldBy } = draft;
  const before = view.previous?.steps.find((step) => step.name === name);
  const now = view.now.toISOString();
  const kept = before?.state === state && before.since !== null && before.since <= now ? before.since : now;
  const since = state === 'pending' ? null : kept;
  return { name, state, actor, sentence, deadline, since, ...(heldBy === undefined ? {} : { heldBy }) };
}
