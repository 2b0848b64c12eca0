import type { Resource } from '@/lib/inventory/model';

/**
 * A path that a domain answers with GET for anybody: its first base path and the gateway's first route without variables,
 * authorization and API key, else `/`. Pure.
 */
export function samplePath(mappings: { basePath: string; restApiId: string }[], resources: Resource[]): string {
  const mapping = mappings.find((one) => one.basePath === '') ?? mappings[0];
  if (mapping === undefined) return '/';
  const readable = resources
    .filter((resource) => resource.restApiId === mapping.restApiId && !resource.path.includes('{'))
    .filter((resource) => resource.methods.some(answersAnybody))
    .map((resource) => resource.path)
    .sort((a, b) => a.localeCompare(b));
  const route = readable.find((path) => path !== '/') ?? readable[0] ?? '/';
  return mapping.basePath === '' ? route : `/${mapping.basePath}${route === '/' ? '' : route}`;
}

function answersAnybody({ httpMethod, authorizationType, apiKeyRequired }: Resource['methods'][number]): boolean {
  return (httpMethod === 'GET' || httpMethod === 'ANY') && authorizationType === 'NONE' && !apiKeyRequired;
}
