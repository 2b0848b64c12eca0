import type { GatewayCall, PlannedCall } from '@/lib/gateway/calls';
import type { IntegrationResponse, Method, MethodResponse } from '@/lib/gateway/model';
import { entryOf, keysOfBoth } from '@/lib/gateway/records';
import { type At, missesOne } from './declared';
import { integrationResponsePatches } from './integration-patches';
import { methodResponsePatches } from './method-patches';
import { planned } from './planned';

interface AtStatus extends At {
  status: string;
}

export interface ResponsesPlan {
  /** Integration responses that go, before anything else. */
  gone: PlannedCall[];
  changed: PlannedCall[];
  /** Method responses that go, after all that was mapped to them. */
  undeclared: PlannedCall[];
}

/** @param isNew the integration is put by then, and has no responses */
export function planResponses(at: At, from: Method, to: Method, isNew: boolean): ResponsesPlan {
  const before = isNew ? {} : (from.integration?.responses ?? {});
  const after = to.integration?.responses ?? {};
  const isGone = (status: string) => to.integration !== null && !Object.hasOwn(after, status);
  return {
    gone: Object.keys(before)
      .filter(isGone)
      .map((status) => integrationCall({ ...at, status }, { operation: 'DeleteIntegrationResponse', ...at, status })),
    changed: statusesOf(from, to).flatMap((status) =>
      planStatus(
        { ...at, status },
        [entryOf(from.responses, status), entryOf(to.responses, status)],
        [entryOf(before, status), entryOf(after, status)],
      ),
    ),
    undeclared: Object.keys(from.responses)
      .filter((status) => !Object.hasOwn(to.responses, status))
      .map((status) => methodCall({ ...at, status }, { operation: 'DeleteMethodResponse', ...at, status })),
  };
}

/** The default response last, so that there are never two. */
function statusesOf(from: Method, to: Method): string[] {
  const statuses = keysOfBoth(
    { ...from.responses, ...from.integration?.responses },
    { ...to.responses, ...to.integration?.responses },
  );
  const isDefault = (status: string) => entryOf(to.integration?.responses, status)?.selectionPattern === null;
  return [...statuses.filter((status) => !isDefault(status)), ...statuses.filter(isDefault)];
}

function planStatus(
  at: AtStatus,
  [declared, declares]: [MethodResponse | null, MethodResponse | null],
  [before, after]: [IntegrationResponse | null, IntegrationResponse | null],
): PlannedCall[] {
  const method = planMethodResponse(at, declared, declares);
  if (before === null || after === null || !declared || !declares) {
    return [...method, ...planIntegrationResponse(at, before, after)];
  }
  if (!missesOne(declared.parameters, declares.parameters, Object.keys(before.parameters))) {
    return [...method, ...planIntegrationResponse(at, before, after)];
  }
  if (!missesOne(declares.parameters, declared.parameters, Object.keys(after.parameters))) {
    return [...planIntegrationResponse(at, before, after), ...method];
  }
  const kept = Object.entries(before.parameters).filter(([key]) => Object.hasOwn(declares.parameters, key));
  const between = { ...before, parameters: Object.fromEntries(kept) };
  return [...planIntegrationResponse(at, before, between), ...method, ...planIntegrationResponse(at, between, after)];
}

function planMethodResponse(at: AtStatus, before: MethodResponse | null, after: MethodResponse | null): PlannedCall[] {
  if (after === null) return [];
  if (before === null) return [methodCall(at, { operation: 'PutMethodResponse', ...at, response: after })];
  const patches = methodResponsePatches(before, after);
  return patches.length === 0 ? [] : [methodCall(at, { operation: 'UpdateMethodResponse', ...at, patches })];
}

function planIntegrationResponse(
  at: AtStatus,
  before: IntegrationResponse | null,
  after: IntegrationResponse | null,
): PlannedCall[] {
  if (after === null) return [];
  const put = integrationCall(at, { operation: 'PutIntegrationResponse', ...at, response: after });
  // AWS knows no empty value for this one; a put replaces all of it.
  if (before === null || (before.contentHandling !== null && after.contentHandling === null)) return [put];
  const patches = integrationResponsePatches(before, after);
  return patches.length === 0 ? [] : [integrationCall(at, { operation: 'UpdateIntegrationResponse', ...at, patches })];
}

function methodCall(at: AtStatus, call: GatewayCall): PlannedCall {
  return planned({ kind: 'method-response', path: at.path, verb: at.verb, status: at.status }, call);
}

function integrationCall(at: AtStatus, call: GatewayCall): PlannedCall {
  return planned({ kind: 'integration-response', path: at.path, verb: at.verb, status: at.status }, call);
}
