import type { GatewayCall } from '@/lib/gateway/calls';
import { diff } from '@/lib/gateway/diff';
import type { Edit } from '@/lib/gateway/edits';
import { editsOf } from '@/lib/gateway/edits-of';
import type { Snapshot } from '@/lib/gateway/model';
import { plan } from '@/lib/gateway/plan';
import { withoutRecreated } from '@/lib/gateway/plan/without-recreated';
import { valueAt } from '@/lib/gateway/rebase/value-at';
import { sameValue } from '@/lib/gateway/same-value';
import { methodOf } from '@/lib/gateway/subjects';

/**
 * Edits that bring back what calls from one gateway to another, or back, take away on their way although nobody wants it gone: an
 * integration that is put anew has lost its responses, and what refers to a model must let go of it while the model is made anew. Cut off
 * there, the next run would take it for somebody else's doing. Pure.
 */
export function collateral(from: Snapshot, target: Snapshot, now: Snapshot): Edit[] {
  const lost = responsesOfPutIntegrations(from, target).filter((edit) => valueAt(now, edit) === null);
  const between = [withoutRecreated(from, target), withoutRecreated(target, from)].flatMap((snapshot) => {
    if (snapshot === null) return [];
    const missing = editsOf(diff(snapshot, target).differences);
    return missing.filter((edit) => sameValue(valueAt(now, edit), valueAt(snapshot, edit)));
  });
  return [...between, ...lost];
}

function responsesOfPutIntegrations(from: Snapshot, target: Snapshot): Edit[] {
  const calls = [...callsBetween(from, target), ...callsBetween(target, from)];
  return calls.flatMap((call): Edit[] => {
    if (call.operation !== 'PutIntegration') return [];
    const { path, verb } = call;
    const responses = methodOf(target, call)?.integration?.responses ?? {};
    return Object.entries(responses).map(([status, value]) => {
      return { op: 'put', subject: { kind: 'integration-response', path, verb, status }, value };
    });
  });
}

function callsBetween(from: Snapshot, to: Snapshot): GatewayCall[] {
  return plan({ from, to }, () => null).calls.map(({ call }) => call);
}
