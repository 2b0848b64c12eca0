import type {
  GetDeploymentCommandInput,
  GetDeploymentCommandOutput,
  Method,
  MethodSnapshot,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredDeployment } from '../../model';
import { findDeployment } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html */
export function getDeployment(context: Context, input: GetDeploymentCommandInput): Answer<GetDeploymentCommandOutput> {
  const stored = findDeployment(context, input.restApiId, input.deploymentId);
  return input.embed?.includes('apisummary')
    ? { ...stored.deployment, apiSummary: summary(stored) }
    : stored.deployment;
}

/** `{"/path": {"GET": {authorizationType, apiKeyRequired}}}` */
function summary({ snapshot }: StoredDeployment): Record<string, Record<string, MethodSnapshot>> {
  const paths = snapshot.resources.filter((resource) => resource.resourceMethods);
  return Object.fromEntries(paths.map(({ path, resourceMethods = {} }) => [path, methodSnapshots(resourceMethods)]));
}

function methodSnapshots(methods: Record<string, Method>): Record<string, MethodSnapshot> {
  const pairs = Object.entries(methods);
  return Object.fromEntries(
    pairs.map(([verb, { authorizationType, apiKeyRequired }]) => [verb, { authorizationType, apiKeyRequired }]),
  );
}
