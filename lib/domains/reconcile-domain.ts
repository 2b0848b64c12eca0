import 'server-only';
import type { AwsCall } from '@/lib/audit/model';
import { recordAwsCalls } from '@/lib/aws/call-scope';
import type { Context } from '@/lib/context';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { type Decision, decide } from '@/lib/domains/decide';
import type { Attempt } from '@/lib/domains/decide/apply-attempt';
import type { ActingStep } from '@/lib/domains/decide/view';
import { followTags } from '@/lib/domains/follow-tags';
import { forgetDomain } from '@/lib/domains/forget-domain';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import { type DomainStatus, type OffboardingStep, offboardingSteps } from '@/lib/domains/model';
import { noteAttempt, noteLook, noteRemoving } from '@/lib/domains/note-removal';
import { observeDomain } from '@/lib/domains/observe/observe-domain';
import type { Before } from '@/lib/domains/observe/observe-presence';
import { nothingObserved, type Observed } from '@/lib/domains/observed';
import { recordStatus } from '@/lib/domains/record-status';
import { rememberObserved } from '@/lib/domains/remember-observed';
import { takeStep } from '@/lib/domains/steps/take-step';
import { ExpectedError } from '@/lib/errors';

/** More steps than any domain has: a bound, so that no bug can make a pass go on for ever. */
const maxRounds = 16;

interface Options {
  network?: Network;
  /** Asked before each further step. */
  stopping?: () => boolean;
}

/**
 * Moves a domain as far as it goes now: observe, decide, take one step, record, and again while there is progress. May
 * be cut off at any line: the next pass starts from what is really there. The caller holds the domain's lease.
 *
 * @returns the status recorded last
 * @throws ExpectedError `not-found` when there is no such domain; errors of the database
 */
export async function reconcileDomain(
  worker: Context,
  domainId: string,
  { network = getNetwork(), stopping = () => false }: Options = {},
): Promise<DomainStatus> {
  let last: DomainStatus | null = null;
  let failedBefore: Attempt | null = null;
  let before: Before | null = null;
  for (let round = 0; round < maxRounds; round++) {
    const domain = await loadDomain(worker.db, domainId);
    if (domain === null) break;
    const ctx = { ...worker, correlationId: domain.correlationId };
    const leaving = domain.wanted.intent === 'absent';
    const { observed, calls } = await lookAt(ctx, network, domain, before);
    const decision = decideFor(ctx, domain, observed, null);
    const { action } = decision;
    // The same step was refused for good a moment ago, and the second look shows nothing new: it is the operator's turn.
    if (failedBefore !== null && action === failedBefore.step) {
      return settle(ctx, domain, observed, decideFor(ctx, domain, observed, failedBefore));
    }
    if (leaving && decision.status.headline !== 'Gone') await noteLook(ctx, domain, decision, calls);
    if (action === null || (stopping() && round > 0)) return settle(ctx, domain, observed, decision, calls);
    // While a step is tried again, its trouble stays on the screen until it is known to be over.
    if (domain.previous?.trouble == null || mustRemember(domain, decision))
      await settle(ctx, domain, observed, decision);
    last = decision.status;
    const step = isRemoval(action) ? action : null;
    if (step !== null) await noteRemoving(ctx, domain, observed, step);
    const { attempt, made } = await take(action, { ctx, domain, observed });
    if (step !== null) await noteAttempt(ctx, domain, observed, step, { attempt, calls: made });
    // What was only remembered may be why a step was refused: after that nothing is kept.
    before = { step: action, observed: attempt === null ? observed : nothingObserved };
    if (attempt === null) continue;
    // A refusal may mean that an earlier call whose answer was lost did work after all. Look again before saying so.
    if (attempt.result === 'failed' && !attempt.trouble.retryable) {
      failedBefore = attempt;
      continue;
    }
    const now = (await loadDomain(ctx.db, domainId)) ?? domain;
    return settle(ctx, now, observed, decideFor(ctx, now, observed, attempt));
  }
  if (last === null) throw new ExpectedError('not-found', 'This domain does not exist any more.');
  return last;
}

/** A look, with the calls that it took. */
async function lookAt(ctx: Context, network: Network, domain: LoadedDomain, before: Before | null) {
  const looked = await recordAwsCalls(() => observeDomain(ctx, network, domain, before));
  if (!looked.ok) throw looked.error;
  return { observed: looked.result, calls: looked.calls };
}

async function take(action: ActingStep, input: Parameters<typeof takeStep>[1]) {
  const taken = await recordAwsCalls(() => takeStep(action, input));
  if (!taken.ok) throw taken.error;
  return { attempt: taken.result, made: taken.calls };
}

function isRemoval(action: ActingStep): action is OffboardingStep {
  return (offboardingSteps as readonly string[]).includes(action);
}

/** The records of a domain that leaves are told from its certificate, which goes before them. */
function mustRemember(domain: LoadedDomain, { status }: Decision): boolean {
  return domain.wanted.intent === 'absent' && status.records.length !== (domain.previous?.records.length ?? 0);
}

function decideFor(ctx: Context, domain: LoadedDomain, observed: Observed, attempt: Attempt | null): Decision {
  const { wanted, previous, failures } = domain;
  return decide({ subject: domain, wanted, observed, previous, attempt, failures, now: ctx.now() });
}

async function settle(
  ctx: Context,
  domain: LoadedDomain,
  observed: Observed,
  decision: Decision,
  calls: AwsCall[] = [],
): Promise<DomainStatus> {
  await rememberObserved(ctx, domain.wanted, observed);
  await followTags(ctx, domain, observed);
  if (decision.status.headline === 'Gone') await forgetDomain(ctx, domain, decision, calls);
  else await recordStatus(ctx, domain, observed, decision);
  return decision.status;
}
