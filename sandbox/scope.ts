/**
 * Keys of the state. Everything of AWS starts with a scope: `<account>/<region>`, or `<account>/global` for Route 53.
 * Paths end with `/` when they are meant as a prefix of a listing.
 */

/** The one account of the sandbox. */
export const account = '123456789012';

export const defaultRegion = 'us-east-1';

export function scopeOf(region: string): string {
  return `${account}/${region}`;
}

/** Route 53's scope. */
export const globalScope = `${account}/global`;

export const keyOf = {
  restApi: (scope: string, restApiId = '') => `${scope}/${restApiId}`,
  resource: (scope: string, restApiId: string, resourceId = '') => `${scope}/${restApiId}/${resourceId}`,
  authorizer: (scope: string, restApiId: string, authorizerId = '') => `${scope}/${restApiId}/${authorizerId}`,
  model: (scope: string, restApiId: string, name = '') => `${scope}/${restApiId}/${name}`,
  requestValidator: (scope: string, restApiId: string, id = '') => `${scope}/${restApiId}/${id}`,
  gatewayResponse: (scope: string, restApiId: string, responseType = '') => `${scope}/${restApiId}/${responseType}`,
  vpcLink: (scope: string, vpcLinkId = '') => `${scope}/${vpcLinkId}`,
  apiKey: (scope: string, apiKeyId = '') => `${scope}/${apiKeyId}`,
  loadBalancer: (scope: string, dnsName = '') => `${scope}/${dnsName}`,
  execution: (scope: string, executionArn = '') => `${scope}/${executionArn}`,
  function: (scope: string, name = '') => `${scope}/${name}`,
  deployment: (scope: string, restApiId: string, deploymentId = '') => `${scope}/${restApiId}/${deploymentId}`,
  stage: (scope: string, restApiId: string, stageName = '') => `${scope}/${restApiId}/${stageName}`,
  domainName: (scope: string, name = '') => `${scope}/${name}`,
  basePathMapping: (scope: string, domainName: string, basePath = '') => `${scope}/${domainName}/${basePath}`,
  certificate: (scope: string, arn = '') => `${scope}/${arn}`,
  zone: (zoneId = '') => `${globalScope}/${zoneId}`,
  /** Every record of a zone: `name` may be left out, as may `type` and `setIdentifier`. */
  recordSet: (zoneId: string, name?: string, type?: string, setIdentifier = '') =>
    name === undefined
      ? `${globalScope}/${zoneId}/`
      : type === undefined
        ? `${globalScope}/${zoneId}/${reverseName(name)}/`
        : `${globalScope}/${zoneId}/${reverseName(name)}/${type}/${setIdentifier}`,
  change: (changeId: string) => `${globalScope}/${changeId}`,
};

/** `www.example.com.` -> `com.example.www.`, the order in which Route 53 sorts names. */
export function reverseName(name: string): string {
  const labels = name.replace(/\.$/, '').split('.');
  return `${labels.reverse().join('.')}.`;
}
