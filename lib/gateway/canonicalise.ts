import { canonicalApi } from './canonicalise/api';
import { withParents } from './canonicalise/parents';
import { canonicalResource } from './canonicalise/resource';
import {
  canonicalAuthorizer,
  canonicalGatewayResponse,
  canonicalModel,
  canonicalValidator,
} from './canonicalise/shared';
import { canonicalStage } from './canonicalise/stage';
import type { Snapshot } from './model';
import { byPath, sortedRecord } from './records';

/**
 * The one form that a gateway has: keys and sets sorted, empty texts null, parents of every path there, and what AWS ignores or
 * fills in by itself left out. Canonicalising twice changes nothing.
 */
export function canonicalise(snapshot: Snapshot): Snapshot {
  return {
    api: canonicalApi(snapshot.api),
    resources: sortedRecord(withParents(snapshot.resources), canonicalResource, byPath),
    authorizers: sortedRecord(snapshot.authorizers, canonicalAuthorizer),
    models: sortedRecord(snapshot.models, canonicalModel),
    validators: sortedRecord(snapshot.validators, canonicalValidator),
    gatewayResponses: sortedRecord(snapshot.gatewayResponses, canonicalGatewayResponse),
    stages: sortedRecord(snapshot.stages, canonicalStage),
  };
}
