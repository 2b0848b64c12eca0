import { contextVariable } from '../context-variables';
import type { CallContext } from '../gateway-call';
import type { Observed } from './observed';

/** A request that has been served, as its access log tells it. */
export interface Access {
  context: CallContext;
  observed: Observed;
  /** `null` when the client left before it got an answer. */
  status: number | null;
  /** Of the body that was sent, bytes. */
  responseLength: number;
  responseLatencyMs: number;
}

type Read = (access: Access) => string | number | null | undefined;

const integrationStatus: Read = ({ observed }) => observed.integration?.status;
const integrationLatency: Read = ({ observed }) => observed.integration?.latencyMs;
const integrationError: Read = ({ observed }) => observed.integration?.error;
const authorisation = {
  error: (({ observed }) => observed.authorisation?.error) satisfies Read,
  latency: (({ observed }) => observed.authorisation?.latencyMs) satisfies Read,
  status: (({ observed }) => observed.authorisation?.status) satisfies Read,
};

/**
 * What access logs know besides what mappings and templates do. AWS, "Variables for access logging for API Gateway"; what
 * isn't here, such as `waf.*`, the sandbox has nothing to say about.
 */
const variables: Record<string, Read> = {
  'authenticate.error': authorisation.error,
  'authenticate.latency': authorisation.latency,
  'authenticate.status': authorisation.status,
  'authorize.error': authorisation.error,
  'authorize.latency': authorisation.latency,
  'authorize.status': authorisation.status,
  'authorizer.error': ({ observed }) => observed.authorizerFunction && observed.authorisation?.error,
  'authorizer.integrationLatency': ({ observed }) => observed.authorizerFunction?.latencyMs,
  'authorizer.integrationStatus': ({ observed }) => observed.authorizerFunction?.status,
  'authorizer.latency': ({ observed }) => observed.authorizerFunction && observed.authorisation?.latencyMs,
  'authorizer.status': ({ observed }) => observed.authorizerFunction && observed.authorisation?.status,
  'integration.error': integrationError,
  'integration.integrationStatus': integrationStatus,
  'integration.latency': integrationLatency,
  // What a function says its status is; what Lambda itself said is `integrationStatus`.
  'integration.status': (access) => (isProxiedFunction(access) ? access.status : integrationStatus(access)),
  integrationErrorMessage: integrationError,
  integrationLatency,
  integrationStatus,
  responseLatency: ({ responseLatencyMs }) => responseLatencyMs,
  responseLength: ({ responseLength }) => responseLength,
  status: ({ status }) => status,
  xrayTraceId: ({ context }) => (context.stage.tracingEnabled ? context.request.traceId : undefined),
};

function isProxiedFunction({ context, observed }: Access): boolean {
  const { resource, request } = context;
  const methods = resource?.resourceMethods ?? {};
  const method = methods[request.verb] ?? methods.ANY;
  return method?.methodIntegration?.type === 'AWS_PROXY' && observed.integration?.status === 200 && !context.error;
}

const reference = /\$context\.(\w+(?:\.\w+)*)|\$\{context\.(\w+(?:\.\w+)*)\}/g;

/** A stage's format filled in, without the end of the line. It is plain text: JSON, XML, CSV or Common Log Format alike. */
export function accessLine(format: string, access: Access): string {
  return format
    .replace(/\r?\n$/, '')
    .replace(reference, (_, bare: string | undefined, inBraces: string | undefined) => {
      const name = bare ?? inBraces ?? '';
      const read = Object.hasOwn(variables, name) ? variables[name] : undefined;
      const value = String((read ? read(access) : contextVariable(access.context, name)) ?? '');
      return value === '' ? '-' : value;
    });
}
