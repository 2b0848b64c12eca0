/**
 * Keys of the state. Everything of AWS starts with a scope: `<account>/<region>`, or `<account>/global` for Route 53.
 * Paths end with `/` when they are meant as a prefix of a listing.
 */

/** The account of every access key that doesn't name another. */
export const defaultAccount = '123456789012';

/** An access key of twelve digits is the id of its account, as other emulators have it; all others share one account. */
export function accountOf(accessKeyId: string): string {
  return /^\d{12}$/.test(accessKeyId) ? accessKeyId : defaultAccount;
}

export const defaultRegion = 'us-east-1';

export function scopeOf(region: string, account = defaultAccount): string {
  return `${account}/${region}`;
}

/** The account of a scope, or of a key that begins with one. */
export function accountIn(scope: string): string {
  return scope.split('/', 1)[0] ?? defaultAccount;
}

/** Where records are kept whosoever's zone they are in: ids of zones are unique over all accounts. */
const recordScope = scopeOf('global');

export const keyOf = {
  restApi: (scope: string, restApiId = '') => `${scope}/${restApiId}`,
  resource: (scope: string, restApiId: string, resourceId = '') => `${scope}/${restApiId}/${resourceId}`,
  authorizer: (scope: string, restApiId: string, authorizerId = '') => `${scope}/${restApiId}/${authorizerId}`,
  model: (scope: string, restApiId: string, name = '') => `${scope}/${restApiId}/${name}`,
  requestValidator: (scope: string, restApiId: string, id = '') => `${scope}/${restApiId}/${id}`,
  gatewayResponse: (scope: string, restApiId: string, responseType = '') => `${scope}/${restApiId}/${responseType}`,
  documentationPart: (scope: string, restApiId: string, id = '') => `${scope}/${restApiId}/${id}`,
  documentationVersion: (scope: string, restApiId: string, version = '') => `${scope}/${restApiId}/${version}`,
  vpcLink: (scope: string, vpcLinkId = '') => `${scope}/${vpcLinkId}`,
  clientCertificate: (scope: string, clientCertificateId = '') => `${scope}/${clientCertificateId}`,
  apiKey: (scope: string, apiKeyId = '') => `${scope}/${apiKeyId}`,
  usagePlan: (scope: string, usagePlanId = '') => `${scope}/${usagePlanId}`,
  usagePlanKey: (scope: string, usagePlanId: string, apiKeyId = '') => `${scope}/${usagePlanId}/${apiKeyId}`,
  usage: (scope: string, usagePlanId: string, apiKeyId: string, day = '') =>
    `${scope}/${usagePlanId}/${apiKeyId}/${day}`,
  loadBalancer: (scope: string, dnsName = '') => `${scope}/${dnsName}`,
  execution: (scope: string, executionArn = '') => `${scope}/${executionArn}`,
  function: (scope: string, name = '') => `${scope}/${name}`,
  deployment: (scope: string, restApiId: string, deploymentId = '') => `${scope}/${restApiId}/${deploymentId}`,
  stage: (scope: string, restApiId: string, stageName = '') => `${scope}/${restApiId}/${stageName}`,
  domainName: (scope: string, name = '') => `${scope}/${name}`,
  domainNameAccessAssociation: (scope: string, arn = '') => `${scope}/${arn}`,
  basePathMapping: (scope: string, domainName: string, basePath = '') => `${scope}/${domainName}/${basePath}`,
  certificateToken: (scope: string, token: string) => `${scope}/${token}`,
  certificate: (scope: string, arn = '') => `${scope}/${arn}`,
  certificateCount: (scope: string, kind: 'requested' | 'imported', day = '') => `${scope}/${kind}/${day}`,
  zone: (account: string, zoneId = '') => `${scopeOf('global', account)}/${zoneId}`,
  /** Every record of a zone: `name` may be left out, as may `type` and `setIdentifier`. */
  recordSet: (zoneId: string, name?: string, type?: string, setIdentifier = '') =>
    name === undefined
      ? `${recordScope}/${zoneId}/`
      : type === undefined
        ? `${recordScope}/${zoneId}/${reverseName(name)}/`
        : `${recordScope}/${zoneId}/${reverseName(name)}/${type}/${setIdentifier}`,
  delegationSet: (account: string, id = '') => `${scopeOf('global', account)}/${id}`,
  change: (account: string, changeId: string) => `${scopeOf('global', account)}/${changeId}`,
};

/** `www.example.com.` -> `com.example.www.`, the order in which Route 53 sorts names. */
export function reverseName(name: string): string {
  const labels = name.replace(/\.$/, '').split('.');
  return `${labels.reverse().join('.')}.`;
}
