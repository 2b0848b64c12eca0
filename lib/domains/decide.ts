import { type Attempt, applyAttempt } from '@/lib/domains/decide/apply-attempt';
import { certificateAxis } from '@/lib/domains/decide/certificate-axis';
import { type DnsPhase, dnsAxis } from '@/lib/domains/decide/dns-axis';
import { gatewayAxis } from '@/lib/domains/decide/gateway-axis';
import { type AxisDrafts, type HeadlineDraft, headlineOf } from '@/lib/domains/decide/headline';
import { mappingAxis } from '@/lib/domains/decide/mapping-axis';
import { nextCheck } from '@/lib/domains/decide/next-check';
import { offboarding } from '@/lib/domains/decide/offboarding';
import { recordRows, recordsToRemember } from '@/lib/domains/decide/record-rows';
import { settleStep, timeline } from '@/lib/domains/decide/timeline';
import { validationAxis } from '@/lib/domains/decide/validation-axis';
import type { ActingStep, AxisDraft, View } from '@/lib/domains/decide/view';
import { watchOf } from '@/lib/domains/decide/watch';
import {
  type Axis,
  type AxisName,
  axisNames,
  type DomainStatus,
  offboardingSteps,
  type Step,
  type Trouble,
} from '@/lib/domains/model';
import type { Observed } from '@/lib/domains/observed';

export interface DecideInput extends View {
  /** What the step taken in this pass came to; null before it and when none was needed. */
  attempt: Attempt | null;
  /** Passes in a row, before this one, that ended in trouble. */
  failures: number;
}

export interface Decision {
  status: DomainStatus;
  /** The one step to take now. */
  action: ActingStep | null;
  /** Null: nothing is left to look at. */
  nextCheckAt: Date | null;
}

interface Outline {
  axes: AxisDrafts;
  action: ActingStep | null;
  headline: HeadlineDraft;
  steps: Step[];
}

/**
 * From what is wanted and what was observed to what is shown and what to do next. Pure and deterministic: the same
 * input gives the same decision, on any replica, before and after a crash.
 */
export function decide(input: DecideInput): Decision {
  const outline = input.wanted.intent === 'absent' ? outlineOfRemoval(input) : outlineOfPresence(input);
  const { headline: drafted, steps } = outline;
  const now = input.now.toISOString();
  const axes = Object.fromEntries(
    axisNames.map((name) => [name, settleAxis(input, name, outline.axes[name])]),
  ) as Record<AxisName, Axis>;
  const { previous } = input;
  const same = previous?.headline === drafted.headline && previous.since <= now;
  const trouble = troubleOf(input);
  const watch = input.wanted.intent === 'absent' ? undefined : watchOf(input, drafted.headline);
  const waiting = axisNames.map((name) => axes[name]).filter((axis) => axis.sentence === drafted.sentence);
  const status: DomainStatus = {
    ...drafted,
    since: same ? previous.since : now,
    axes,
    steps,
    records: input.wanted.intent === 'absent' ? recordsToRemember(input) : recordRows(input),
    proof: input.observed.proof.known ? input.observed.proof.value : (previous?.proof ?? null),
    ...(input.subject.phase === 'prepare' ? { rehearsal: rehearsalOf(input) } : {}),
    trouble,
    deadline: waiting.find((axis) => axis.deadline !== null)?.deadline ?? null,
    checkedAt: now,
    ...(watch === undefined ? {} : { watch }),
  };
  return { status, action: outline.action, nextCheckAt: nextCheck(input, status, outline.axes, outline.action) };
}

function rehearsalOf({ observed, previous }: DecideInput) {
  return observed.rehearsal.known ? observed.rehearsal.value : (previous?.rehearsal ?? null);
}

function outlineOfPresence(input: DecideInput): Outline {
  const validation = validationAxis(input);
  const certificate = certificateAxis(input, validation);
  const gateway = gatewayAxis(input, certificate);
  const mapping = mappingAxis(input, gateway);
  const { axis: dns, phase } = dnsAxis(input, { gateway, mapping });
  const axes = applyAttempt({ validation, certificate, gateway, mapping, dns }, input.attempt);
  const action = input.attempt === null ? firstAction([certificate, validation, gateway, mapping, dns]) : null;
  return {
    axes,
    action,
    headline: headlineOf(input, axes, action),
    steps: timeline(input, axes, phaseAfter(phase, input.attempt)),
  };
}

/** A step that failed is where the work stands. */
function phaseAfter(phase: DnsPhase, attempt: Attempt | null): DnsPhase {
  return attempt?.step === 'publish-alias' || attempt?.step === 'publish-edge-name' ? 'record' : phase;
}

/** In the order of the steps; an axis in trouble stops what depends on it by itself. */
function firstAction(axes: AxisDraft[]): ActingStep | null {
  return axes.find((axis) => axis.action !== undefined)?.action ?? null;
}

function outlineOfRemoval(input: DecideInput): Outline {
  const plan = offboarding(input);
  const axes = applyAttempt(plan.axes, input.attempt);
  const names = offboardingSteps.filter((name) => name !== 'remove-edge-name' || input.subject.edge !== null);
  const steps = names.map((name) => {
    // What a try came to says why it waits: AWS then, and not what was looked at before.
    const failed = input.attempt?.step === name ? { heldBy: undefined, ...attemptStep(input.attempt) } : {};
    return settleStep(input, name, { ...plan.steps[name], ...failed });
  });
  const now = steps.find((step) => step.name === plan.current);
  const headline: HeadlineDraft = {
    headline: now?.state === 'failed' ? 'Needs operator' : plan.headline,
    sentence: now?.sentence ?? plan.sentence,
    actor: now?.actor ?? 'nobody',
  };
  return { axes, action: input.attempt === null ? plan.action : null, headline, steps };
}

function attemptStep(attempt: Attempt): Partial<Step> {
  if (attempt.result === 'waiting') return { state: 'waiting', actor: attempt.actor, sentence: attempt.sentence };
  const { sentence, actor, retryable } = attempt.trouble;
  return { state: retryable ? 'waiting' : 'failed', actor, sentence };
}

/** Keeps since when an axis is in its state, as long as neither the state nor whose turn it is changes. */
function settleAxis(view: View, name: AxisName, axis: AxisDraft): Axis {
  const { state, actor, sentence, deadline = null } = axis;
  const before = view.previous?.axes[name];
  const now = view.now.toISOString();
  const same = before?.state === state && before.actor === actor && before.since <= now;
  return { state, actor, sentence, deadline, since: same ? before.since : now };
}

/** What went wrong in this pass: the step, or else the first thing that could not be looked at. */
function troubleOf(input: DecideInput): Trouble | null {
  if (input.attempt?.result === 'failed') return input.attempt.trouble;
  const order: Exclude<keyof Observed, 'cached'>[] = [
    'certificate',
    'gatewayDomain',
    'mappings',
    'zoneRecords',
    'edgeRecords',
    'pendingChange',
    'certificateSharedBy',
    'usage',
    'validation',
    'routing',
    'proof',
  ];
  for (const name of order) {
    const part = input.observed[name];
    if (!part.known && part.trouble !== null) return part.trouble;
  }
  return null;
}
