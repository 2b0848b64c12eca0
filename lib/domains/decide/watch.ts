import { sharedChangeMs } from '@/lib/domains/decide/intervals';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { type View, wasLive } from '@/lib/domains/decide/view';
import type { DomainStatus, Headline, Watch } from '@/lib/domains/model';

/** How a domain is watched from now on; undefined while it was not Live yet. */
export function watchOf(view: View, headline: Headline): Watch | undefined {
  const { previous, observed, subject } = view;
  const now = view.now.toISOString();
  if (!wasLive({ headline })) return undefined;
  const before = previous !== null && wasLive(previous) ? (previous.watch ?? firstWatch(previous)) : null;
  const failing = failingNow(view, before);
  const servedBy = subject.servedBy ?? before?.servedBy ?? null;
  const looked = observed.certificate.known || observed.gatewayDomain.known;
  const insideAt = looked ? now : (before?.insideAt ?? null);
  const troubled = before === null || previous?.headline !== headline || failing !== null;
  const calmSince = troubled ? now : calmAfterChange(view, before, servedBy);
  return { calmSince, failing, servedBy, insideAt };
}

/** Of a row that a former version has written: calm since its headline. */
function firstWatch({ since, headline }: DomainStatus): Watch {
  const failing = headline === 'Broken' ? { since, checks: 2 } : null;
  return { calmSince: since, failing, servedBy: null, insideAt: null };
}

/** A later pass never counts as calmer than it is, even when the clock was put back. */
function calmAfterChange({ now }: View, before: Watch, servedBy: string | null): string {
  const since = earlier(before.calmSince, now.toISOString());
  if (before.servedBy === null || before.servedBy === servedBy) return since;
  const asIf = new Date(now.getTime() - sharedChangeMs).toISOString();
  return earlier(since, asIf) === since ? asIf : since;
}

/** "Could not check" neither counts nor ends a row of failures. */
function failingNow({ observed, previous, now }: View, before: Watch | null): Watch['failing'] {
  const { proof } = observed;
  const failing = before?.failing
    ? { ...before.failing, since: earlier(before.failing.since, now.toISOString()) }
    : null;
  if (!proof.known || before === null) return failing;
  if (proofHolds(proof.value)) return null;
  const { at } = proof.value;
  if (failing === null) return { since: at, checks: 1 };
  const seen = previous?.proof != null && previous.proof.at >= at;
  return { since: earlier(failing.since, at), checks: failing.checks + (seen ? 0 : 1) };
}

/** Of two times in ISO-8601. */
function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a;
}
