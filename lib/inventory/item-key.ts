import type { InventoryKind, InventoryKinds } from './model';

/** What tells the items of a kind apart. */
const keys: { [Kind in InventoryKind]: (item: InventoryKinds[Kind]) => string } = {
  'rest-api': (api) => api.id,
  stage: (stage) => `${stage.restApiId}/${stage.name}`,
  resource: (resource) => `${resource.restApiId}/${resource.id}`,
  // Two private domains may have one name; the certificate is the only other thing that tells them apart here.
  'gateway-domain': (domain) =>
    domain.endpointType === 'PRIVATE' ? `${domain.name}+${domain.certificateArn}` : domain.name,
  mapping: (mapping) => `${mapping.domainName}/${mapping.basePath}`,
  certificate: (certificate) => certificate.arn,
  'hosted-zone': (zone) => zone.id,
  'record-set': (record) => `${record.zoneId}/${record.name}/${record.type}/${record.setIdentifier ?? ''}`,
  'vpc-link': (link) => link.id,
  'lambda-function': (one) => one.arn,
};

/** All kinds of the cache. */
export const inventoryKinds = Object.keys(keys) as InventoryKind[];

/** The primary key of an item within its kind. */
export function itemKey<Kind extends InventoryKind>(kind: Kind, item: InventoryKinds[Kind]): string {
  return keys[kind](item);
}

/** The custom domain name that a mapping's key is of; a name holds no slash. */
export function domainOfMapping(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
