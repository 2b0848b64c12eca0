/**
 * What the sandbox stores, in AWS's own shapes (SDK output types) plus what AWS keeps to itself. Keys are given beside
 * each collection; every key starts with the scope, `<account>/<region>` (`<account>/global` for Route 53).
 */

import type { CertificateDetail, Tag } from '@aws-sdk/client-acm';
import type {
  Account,
  ApiKey,
  Resource as ApiResource,
  Authorizer,
  BasePathMapping,
  ClientCertificate,
  Deployment,
  DocumentationPart,
  DocumentationPartLocation,
  DocumentationVersion,
  DomainName,
  DomainNameAccessAssociation,
  GatewayResponse,
  GatewayResponseType,
  Model,
  RequestValidator,
  RestApi,
  Stage,
  UsagePlan,
  VpcLink,
} from '@aws-sdk/client-api-gateway';
import type { HostedZone, ResourceRecordSet } from '@aws-sdk/client-route-53';

/** `resourceMethods` always carries whole methods: integrations, responses and all. */
export type StoredResource = ApiResource & { id: string; path: string };

export type StoredAuthorizer = Authorizer & { id: string; name: string };
export type StoredModel = Model & { id: string; name: string };
export type StoredRequestValidator = RequestValidator & { id: string; name: string };
/** As it was put: what it leaves to the defaults is filled in when it is read. */
export type StoredGatewayResponse = GatewayResponse & { responseType: GatewayResponseType };

/** The immutable copy that a deployment serves. */
export interface DeploymentSnapshot {
  restApi: RestApi;
  resources: StoredResource[];
  authorizers: StoredAuthorizer[];
  models: StoredModel[];
  requestValidators: StoredRequestValidator[];
  /** Only those that somebody put; the others are AWS's own. */
  gatewayResponses: StoredGatewayResponse[];
}

/** `status` follows from the clock: PENDING until the dial `vpcLinkReadyAfterMs` has passed. */
export interface StoredVpcLink {
  link: VpcLink & { id: string; name: string };
  /** The sandbox's own clock, ms since 1970. */
  createdAt: number;
}

/** A Lambda function, registered with the sandbox as a local handler. */
export interface StoredFunction {
  name: string;
  arn: string;
  runtime: string;
  description: string;
  /** JavaScript of the handler, where the sandbox itself holds it. */
  source?: string;
  /** Statements of its resource policy, in the order of AddPermission. */
  policy?: FunctionStatement[];
}

/** One statement of a function's policy, as IAM writes it. */
export interface FunctionStatement {
  Sid: string;
  Effect: 'Allow';
  Principal: string | Record<string, string>;
  Action: string;
  Resource: string;
  Condition?: Record<string, Record<string, string>>;
}

/** Its location is complete: what it may say of a place and didn't, the defaults say. `properties` is JSON. */
export type StoredDocumentationPart = DocumentationPart & {
  id: string;
  location: DocumentationPartLocation;
  properties: string;
};

export interface StoredDocumentationVersion {
  version: DocumentationVersion & { version: string };
  /** The API's parts as they were. */
  parts: StoredDocumentationPart[];
}

/** With the key that the data plane proves itself with; AWS never shows it. */
export interface StoredClientCertificate {
  certificate: ClientCertificate & { clientCertificateId: string; pemEncodedCertificate: string };
  privateKeyPem: string;
}

export type StoredUsagePlan = UsagePlan & {
  id: string;
  name: string;
  /** When the plan got its quota: the quota's offset is about that period. The sandbox's own clock, ms since 1970. */
  quotaSince?: number;
};

/** What one key did on one day under one plan, and what was granted to it besides the plan's limit. */
interface StoredUsage {
  used: number;
  granted: number;
}

export interface StoredDeployment {
  deployment: Deployment & { id: string };
  snapshot: DeploymentSnapshot;
}

/** `cacheClusterStatus` follows from the clock. */
export type StoredStage = Stage & {
  stageName: string;
  deploymentId: string;
  /** When the cache cluster last came, went or changed its size; the sandbox's own clock, ms since 1970. */
  cacheChangedAt?: number;
  /** When the cache was last flushed; another moment with every flush. */
  cacheFlushedAt?: number;
  /** When what authorizers said was last forgotten. */
  authorizersFlushedAt?: number;
};

export interface StoredCertificate {
  detail: CertificateDetail & { CertificateArn: string; DomainName: string };
  tags: Tag[];
  /** The sandbox's own clock, ms since 1970. */
  requestedAt: number;
  /** Per name of the certificate: when its validation CNAME was first seen to resolve, ms since 1970. */
  resolvedAt?: Record<string, number>;
  /** When it was last exported, and when a renewal was last asked for; the sandbox's own clock, ms since 1970. */
  exportedAt?: number;
  renewalAskedAt?: number;
  /** Domains of API Gateway that use it or used it lately; InUseBy follows these with a lag. */
  uses?: CertificateUse[];
  /** PEM, present once issued: leaf first, then the CA. */
  chainPem?: string;
  privateKeyPem?: string;
}

/** ms since 1970; `until` is set when the domain let go of the certificate. */
interface CertificateUse {
  domainName: string;
  since: number;
  until?: number;
}

interface StoredCertificateAccount {
  daysBeforeExpiry: number;
  /** Those of the last hour; ms since 1970. */
  tokens: { token: string; at: number }[];
}

export interface StoredZone {
  zone: HostedZone & { Id: string; Name: string };
  nameServers: string[];
  tags: { Key: string; Value: string }[];
  /** The reusable delegation set it was made with. */
  delegationSetId?: string;
}

/** A role that STS lets callers assume who know its external id. */
interface StoredRole {
  /** `AROA…` */
  id: string;
  externalId: string | null;
  maxSessionSeconds: number;
}

/** Temporary credentials of an assumed role. */
interface StoredRoleSession {
  account: string;
  arn: string;
  userId: string;
  token: string;
  /** The sandbox's own clock, ms since 1970. */
  expiresAt: number;
}

export interface StoredDelegationSet {
  id: string;
  callerReference: string;
  nameServers: string[];
}

export interface StoredChange {
  id: string;
  zoneId: string;
  submittedAt: number;
  comment?: string;
}

/** A record at "the customer's own DNS provider", the sandbox's second authority. */
export interface CustomerRecord {
  /** Lower case, no trailing dot. */
  name: string;
  type: string;
  ttl: number;
  values: string[];
}

/** What the registry hands out for a zone instead of the zone's own name servers. */
export interface StoredDelegation {
  /** Lower case, no trailing dot, as the name servers'. */
  zone: string;
  nameServers: string[];
}

/** A name server that isn't as it should be. */
interface StoredNameServer {
  address: string;
  /** What the customers' provider had when this server of its was held back; null for one that keeps up. */
  heldAt: CustomerRecord[] | null;
  /** Whether it answers nothing. */
  isSilent: boolean;
}

/** One served object of a sandbox S3 bucket. */
export interface StoredObject {
  contentType: string;
  body: string;
  /** For what is no text. */
  isBase64?: boolean;
}

/** A load balancer in front of a back end on this machine; not AWS's own API, but what its names and ARNs stand for. */
export interface StoredLoadBalancer {
  /** The host in URIs of integrations. */
  dnsName: string;
  arn: string;
  description: string;
  /** Whether it is reached without a VPC link. */
  isPublic: boolean;
  /** `http://127.0.0.1:9081`, without path. */
  url: string;
  /** The demo back end whose address `url` follows when that moves to another port. */
  backEnd?: string;
}

/** One execution of a state machine; every one of the sandbox answers with its input. */
export interface StoredExecution {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  kind: 'async' | 'sync';
  /** JSON. */
  input: string;
  output: string;
  /** The sandbox's own clock, ms since 1970. */
  startDate: number;
}

export interface Collections {
  /** `scope/restApiId` */
  restApis: RestApi & { id: string; rootResourceId: string };
  /** `scope/restApiId/resourceId` */
  resources: StoredResource;
  /** `scope/restApiId/authorizerId` */
  authorizers: StoredAuthorizer;
  /** `scope/restApiId/name` */
  models: StoredModel;
  /** `scope/restApiId/requestValidatorId` */
  requestValidators: StoredRequestValidator;
  /** `scope/restApiId/responseType`; only those that somebody put */
  gatewayResponses: StoredGatewayResponse;
  /** `scope/restApiId/documentationPartId` */
  documentationParts: StoredDocumentationPart;
  /** `scope/restApiId/version` */
  documentationVersions: StoredDocumentationVersion;
  /** `scope/vpcLinkId` */
  vpcLinks: StoredVpcLink;
  /** `scope/clientCertificateId` */
  clientCertificates: StoredClientCertificate;
  /** `scope`: API Gateway's settings of the account */
  gatewayAccounts: Account;
  /** `scope/restApiId/deploymentId` */
  deployments: StoredDeployment;
  /** `scope/restApiId/stageName` */
  stages: StoredStage;
  /** `scope/name` */
  domainNames: DomainName & { domainName: string };
  /** `scope/domainNameAccessAssociationArn` */
  domainNameAccessAssociations: DomainNameAccessAssociation & {
    domainNameAccessAssociationArn: string;
    domainNameArn: string;
  };
  /** `scope/name/basePath`, the empty mapping as `(none)` */
  basePathMappings: BasePathMapping & { basePath: string; domainName: string };
  /** `scope/arn` */
  certificates: StoredCertificate;
  /** ARNs by the token they were requested with. */
  certificateTokens: string[];
  /** `scope/requested/2026-11-27` or `scope/imported/…`: how many came on that day, deleted ones too */
  certificateCounts: number;
  /** `scope`: ACM's settings of the account */
  certificateAccounts: StoredCertificateAccount;
  /** `scope/zoneId` (no prefix) */
  zones: StoredZone;
  /** `scope/zoneId/reversed.name./TYPE/setIdentifier` */
  recordSets: ResourceRecordSet & { Name: string; zoneId: string };
  /** `scope/delegationSetId` (no prefix) */
  delegationSets: StoredDelegationSet;
  /** `scope/changeId` */
  changes: StoredChange;
  /** `name/TYPE`; not scoped: it is not AWS */
  customerRecords: CustomerRecord;
  /** `zone`; this and the next two aren't AWS either */
  delegations: StoredDelegation;
  /** `address` */
  nameServers: StoredNameServer;
  /** `zone`: those that are signed, and how well */
  signedZones: { zone: string; dnssec: 'bogus' };
  /** `scope/name` */
  functions: StoredFunction;
  /** `bucket/key` */
  objects: StoredObject;
  /** `scope/apiKeyId` */
  apiKeys: ApiKey & { id: string; value: string };
  /** `scope/usagePlanId` */
  usagePlans: StoredUsagePlan;
  /** `scope/usagePlanId/apiKeyId` */
  usagePlanKeys: { id: string };
  /** `scope/usagePlanId/apiKeyId/2026-11-27` */
  usages: StoredUsage;
  /** `scope/dnsName` */
  loadBalancers: StoredLoadBalancer;
  /** `scope/executionArn` */
  executions: StoredExecution;
  /** ARN of the role */
  roles: StoredRole;
  /** Access key id of the session */
  roleSessions: StoredRoleSession;
  /** `dials`, `ca`, … */
  meta: unknown;
}

export type CollectionName = keyof Collections;
