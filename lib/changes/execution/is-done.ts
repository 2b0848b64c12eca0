import type { GatewayCall } from '@/lib/gateway/calls';
import type { RawGateway } from '@/lib/gateway/from-aws';
import type { GatewayIds, Snapshot } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import { subjectValue } from '@/lib/gateway/subjects';
import { patchesHold } from './patches-hold';
import { rawOf } from './raw-of';
import { subjectOf } from './subject-of';
import { toWirePatches } from './to-wire-patches';

/** What AWS answers now, after a call whose outcome is unknown. */
export interface Now {
  snapshot: Snapshot;
  ids: GatewayIds;
  raw: RawGateway;
}

/** Whether the gateway is as the call was to leave it. */
export function isDone(call: GatewayCall, now: Now): boolean {
  const subject = subjectOf(call);
  const value = subjectValue(now.snapshot, subject);
  if (call.operation.startsWith('Delete')) return value === null;
  if (value === null) return false;
  if ('patches' in call) {
    const thing = rawOf(now.raw, subject);
    return thing !== null && patchesHold(thing, toWirePatches(now.ids, call.patches));
  }
  switch (call.operation) {
    case 'CreateResource':
      return true;
    case 'PutMethod':
      return sameValue(
        { ...value, responses: null, integration: null },
        { ...call.method, responses: null, integration: null },
      );
    case 'PutIntegration':
      return sameValue({ ...value, responses: null }, { ...call.integration, responses: null });
    case 'PutMethodResponse':
    case 'PutIntegrationResponse':
    case 'PutGatewayResponse':
      return sameValue(value, call.response);
    case 'CreateAuthorizer':
      return sameValue(value, call.authorizer);
    case 'CreateModel':
      return sameValue(value, call.model);
    case 'CreateRequestValidator':
      return sameValue(value, call.validator);
    default:
      return false;
  }
}
