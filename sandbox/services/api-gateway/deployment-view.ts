import type { Deployment, Method, MethodSnapshot } from '@aws-sdk/client-api-gateway';
import type { StoredDeployment } from '../../model';

/** A deployment, with a summary of what it serves when asked for by `embed=apisummary` (facts 5.1). */
export function deploymentView({ deployment, snapshot }: StoredDeployment, embed: string[] | undefined): Deployment {
  if (!embed?.includes('apisummary')) return deployment;
  const paths = snapshot.resources.filter((resource) => resource.resourceMethods);
  const apiSummary = paths.map(({ path, resourceMethods = {} }) => [path, methodSnapshots(resourceMethods)]);
  return { ...deployment, apiSummary: Object.fromEntries(apiSummary) };
}

function methodSnapshots(methods: Record<string, Method>): Record<string, MethodSnapshot> {
  const pairs = Object.entries(methods);
  return Object.fromEntries(
    pairs.map(([verb, { authorizationType, apiKeyRequired }]) => [verb, { authorizationType, apiKeyRequired }]),
  );
}
