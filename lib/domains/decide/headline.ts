import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { type AxisDraft, type View, wasLive } from '@/lib/domains/decide/view';
import { type Actor, type AxisName, axisNames, type Headline, type StepName } from '@/lib/domains/model';

export interface HeadlineDraft {
  headline: Headline;
  sentence: string;
  actor: Actor;
}

export type AxisDrafts = Record<AxisName, AxisDraft>;

/** The one status of a domain that is wanted, from its axes. */
export function headlineOf(view: View, axes: AxisDrafts, action: StepName | null): HeadlineDraft {
  const list = axisNames.map((name) => axes[name]);
  return wasLive(view.previous) && !isElsewhere(view) ? afterLive(view, list) : beforeLive(view, list, action);
}

/** Prepared, and led elsewhere on purpose: that its name led here for a while makes nothing of it broken. */
function isElsewhere({ subject, observed }: View): boolean {
  return subject.phase === 'prepare' && observed.routing.known && !observed.routing.value.leads;
}

/** Once Live, only the probe can take that away, and "could not check" is no evidence. */
function afterLive(view: View, axes: AxisDraft[]): HeadlineDraft {
  const { proof } = view.observed;
  const before = view.previous?.headline;
  if (proof.known && !proofHolds(proof.value)) {
    const sentence = axes.find((axis) => axis.state === 'problem')?.sentence ?? failedPart(view);
    if (before === 'Broken' || failedBefore(view)) return { headline: 'Broken', sentence, actor: 'us' };
    return {
      headline: 'Live, at risk',
      sentence: `One check failed and is repeated at once. ${sentence}`,
      actor: 'us',
    };
  }
  if (!proof.known && before === 'Broken') {
    const kept = view.previous?.sentence ?? 'It did not answer when last checked.';
    return { headline: 'Broken', sentence: kept, actor: 'us' };
  }
  const risk = axes.find((axis) => axis.state === 'problem') ?? axes.find((axis) => axis.state === 'at-risk');
  if (risk !== undefined) return { headline: 'Live, at risk', sentence: risk.sentence, actor: risk.actor };
  if (!proof.known) {
    const unknown = axes.find((axis) => axis.state === 'unknown');
    if (before === 'Live, at risk' && view.previous !== null) {
      return { headline: before, sentence: view.previous.sentence, actor: view.previous.actor };
    }
    return { headline: 'Live', sentence: `Live when last checked. ${unknown?.sentence ?? ''}`.trim(), actor: 'nobody' };
  }
  return live;
}

const live: HeadlineDraft = {
  headline: 'Live',
  sentence: 'The name leads to the gateway, its certificate is valid, and requests are answered.',
  actor: 'nobody',
};

function failedBefore(view: View): boolean {
  const { proof } = view.observed;
  const last = view.previous?.proof ?? null;
  return proof.known && last !== null && !proofHolds(last) && last.at < proof.value.at;
}

function failedPart(view: View): string {
  const { proof } = view.observed;
  if (!proof.known) return '';
  const { resolved, tls, https } = proof.value;
  return [resolved, tls, https].find((part) => !part.ok)?.sentence ?? '';
}

const settled: AxisDraft['state'][] = ['ok', 'at-risk', 'not-needed'];
const untouched: AxisDraft['state'][] = ['not-started', 'not-needed', 'unknown'];

function beforeLive(view: View, axes: AxisDraft[], action: StepName | null): HeadlineDraft {
  const { proof } = view.observed;
  const blocked = axes.find((axis) => axis.state === 'problem') ?? axes.find((axis) => isRefused(axis));
  if (blocked !== undefined) return { headline: 'Needs operator', sentence: blocked.sentence, actor: 'us' };
  if (proof.known && proofHolds(proof.value) && axes.every((axis) => settled.includes(axis.state))) {
    const risk = axes.find((axis) => axis.state === 'at-risk');
    return risk === undefined ? live : { headline: 'Live, at risk', sentence: risk.sentence, actor: risk.actor };
  }
  const ready = axes.find((axis) => axis.ready === true);
  if (ready !== undefined && action === null)
    return { headline: 'Needs operator', sentence: ready.sentence, actor: 'us' };
  const tenants = axes.find((axis) => axis.state === 'waiting' && axis.actor === 'tenant');
  if (tenants !== undefined && action === null)
    return { headline: 'Waiting for tenant', sentence: tenants.sentence, actor: 'tenant' };
  const fresh = view.previous === null || view.previous.headline === 'Draft';
  const moving =
    axes.find((axis) => axis.action === action && action !== null) ??
    axes.find((axis) => !settled.includes(axis.state) && axis.state !== 'not-started');
  const headline =
    fresh && action === null && axes.every((axis) => untouched.includes(axis.state)) ? 'Draft' : 'Working';
  return { headline, sentence: moving?.sentence ?? 'Nothing has been done yet.', actor: moving?.actor ?? 'us' };
}

/** Could not be read, and only an operator can change that (missing permissions, for example). */
function isRefused(axis: AxisDraft): boolean {
  return axis.state === 'unknown' && axis.refused === true;
}
