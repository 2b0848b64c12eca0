import 'server-only';
import type { RawGateway } from '@/lib/gateway/from-aws';
import type { Resource, Stage } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { getAuthorizers } from './get-authorizers';
import { getGatewayResponses } from './get-gateway-responses';
import { getModels } from './get-models';
import { getRequestValidators } from './get-request-validators';
import { getResources } from './get-resources';
import { getRestApi } from './get-rest-api';
import { getStages } from './get-stages';
import { reshapeResource } from './reshape-resource';
import { reshapeStage } from './reshape-stage';

export interface GatewayRead {
  /** For `fromAws`. */
  raw: RawGateway;
  /** The same resources and stages as lists and pictures know them. */
  resources: Resource[];
  stages: Stage[];
}

/**
 * Everything of a REST API that a snapshot holds. AWS can't answer it in one piece: seven calls, and one more for every 500 resources,
 * so what others change meanwhile may be in it in part.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export async function readGateway(aws: Aws, restApiId: string): Promise<GatewayRead> {
  const [restApi, resources, authorizers, models, validators, gatewayResponses, stages] = await Promise.all([
    getRestApi(aws, restApiId),
    getResources(aws, restApiId),
    getAuthorizers(aws, restApiId),
    getModels(aws, restApiId),
    getRequestValidators(aws, restApiId),
    getGatewayResponses(aws, restApiId),
    getStages(aws, restApiId),
  ]);
  return {
    raw: { restApi, resources, authorizers, models, validators, gatewayResponses, stages },
    resources: resources.map((resource) => reshapeResource(restApiId, resource)),
    stages: stages.map((stage) => reshapeStage(restApiId, stage)),
  };
}
