/**
 * AWS resources in our words: what `lib/aws` returns and what the inventory cache stores. Plain JSON: every time is an
 * ISO-8601 string in UTC, every absent value is `null`, every list is present. Names carry no trailing dot.
 */

export interface RestApi {
  id: string;
  name: string;
  description: string | null;
  createdAt: string | null;
  endpointType: 'REGIONAL' | 'EDGE' | 'PRIVATE';
  executeApiDisabled: boolean;
  tags: Record<string, string>;
}

export interface Stage {
  restApiId: string;
  name: string;
  deploymentId: string;
  description: string | null;
  updatedAt: string | null;
  variables: Record<string, string>;
}

export interface Integration {
  /** AWS's own type: HTTP, HTTP_PROXY, AWS, AWS_PROXY or MOCK. */
  type: string;
  uri: string | null;
  httpMethod: string | null;
  connectionType: string | null;
  requestParameters: Record<string, string>;
  timeoutMs: number | null;
}

export interface Method {
  httpMethod: string;
  authorizationType: string;
  apiKeyRequired: boolean;
  integration: Integration | null;
}

/** One node of the gateway's resource tree, working copy. */
export interface Resource {
  restApiId: string;
  id: string;
  parentId: string | null;
  path: string;
  methods: Method[];
}

/** A custom domain name of API Gateway. */
export interface GatewayDomain {
  /** Exact (`a.example.com`) or wildcard (`*.example.com`). */
  name: string;
  status: 'AVAILABLE' | 'UPDATING' | 'PENDING' | 'FAILED' | string;
  statusMessage: string | null;
  certificateArn: string | null;
  endpointType: 'REGIONAL' | 'EDGE' | 'PRIVATE';
  /** What DNS has to point at: `d-….execute-api.<region>.amazonaws.com`. */
  targetName: string | null;
  /** Route 53's zone id for alias records to `targetName`. */
  targetZoneId: string | null;
  securityPolicy: string | null;
  tags: Record<string, string>;
}

/** A base path mapping. */
export interface Mapping {
  domainName: string;
  /** `''` is the empty mapping, which AWS spells `(none)`. */
  basePath: string;
  restApiId: string;
  /** `null`: the caller puts the stage into the path. */
  stage: string | null;
}

export interface CertificateValidation {
  domainName: string;
  status: 'PENDING_VALIDATION' | 'SUCCESS' | 'FAILED';
  method: 'DNS' | 'EMAIL' | 'HTTP';
  /** Absent for some seconds after the request. */
  record: { name: string; type: 'CNAME'; value: string } | null;
}

export interface Certificate {
  arn: string;
  domainName: string;
  /** All names covered, sorted, `domainName` included. */
  names: string[];
  status: 'PENDING_VALIDATION' | 'ISSUED' | 'INACTIVE' | 'EXPIRED' | 'VALIDATION_TIMED_OUT' | 'REVOKED' | 'FAILED';
  failureReason: string | null;
  type: 'AMAZON_ISSUED' | 'IMPORTED' | 'PRIVATE';
  /** Normalised to the enum's spelling, `RSA_2048`. */
  keyAlgorithm: string | null;
  inUseBy: string[];
  renewalEligible: boolean;
  renewalStatus: string | null;
  createdAt: string | null;
  issuedAt: string | null;
  notBefore: string | null;
  notAfter: string | null;
  validations: CertificateValidation[];
  tags: Record<string, string>;
}

export interface HostedZone {
  /** Without the `/hostedzone/` prefix. */
  id: string;
  name: string;
  private: boolean;
  recordCount: number;
  comment: string | null;
}

export interface RecordSet {
  /** Lower case, unescaped (`*` stays `*`). */
  name: string;
  type: string;
  ttl: number | null;
  values: string[];
  alias: { dnsName: string; zoneId: string } | null;
  setIdentifier: string | null;
}

/** A VPC link (v1) that integrations reach private load balancers through. */
export interface VpcLink {
  id: string;
  name: string;
  description: string | null;
  status: 'AVAILABLE' | 'PENDING' | 'DELETING' | 'FAILED' | string;
  statusMessage: string | null;
  /** ARNs of network load balancers. */
  targetArns: string[];
}

export interface LambdaFunction {
  /** Without version or alias. */
  arn: string;
  name: string;
  description: string | null;
  /** `nodejs22.x`; null for container images. */
  runtime: string | null;
}

/** A key of the gateway's usage plans. Never its value. */
export interface ApiKey {
  id: string;
  name: string | null;
  enabled: boolean;
  tags: Record<string, string>;
}

/** What the inventory cache holds, by kind. The key names the primary key of one item. */
export interface InventoryKinds {
  'rest-api': RestApi;
  stage: Stage;
  resource: Resource;
  'gateway-domain': GatewayDomain;
  mapping: Mapping;
  certificate: Certificate;
  'hosted-zone': HostedZone;
  'record-set': RecordSet & { zoneId: string };
  'vpc-link': VpcLink;
  'lambda-function': LambdaFunction;
}

export type InventoryKind = keyof InventoryKinds;

/** How fresh one kind of the cache is. */
export interface SyncState {
  kind: InventoryKind;
  /** Last complete read; `null` when there was none yet. */
  seenAt: string | null;
  failedAt: string | null;
  /** A sentence for operators, `null` when the last read worked. */
  failure: string | null;
}
