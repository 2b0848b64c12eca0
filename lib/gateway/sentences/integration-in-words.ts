import type { Integration, IntegrationType } from '@/lib/gateway/model';
import { short } from './phrases';

const typeWords: Readonly<Record<IntegrationType, string>> = {
  HTTP: 'HTTP',
  HTTP_PROXY: 'HTTP proxy',
  AWS: 'AWS service',
  AWS_PROXY: 'AWS proxy',
  MOCK: 'mock',
};

/** What an integration calls: `HTTP to https://a.example/`, `Lambda function orders`, `mock`. */
export function integrationInWords({ type, uri, connectionType }: Integration): string {
  if (type === 'MOCK') return typeWords.MOCK;
  const lambda = lambdaName(uri);
  if (lambda !== null) return `Lambda function ${short(lambda)}${type === 'AWS_PROXY' ? ' (proxy)' : ''}`;
  const service = serviceOf(uri);
  if (service !== null) return `AWS service ${short(service)}`;
  return `${typeWords[type]} to ${short(uri ?? 'nowhere')}${connectionType === 'VPC_LINK' ? ' through a VPC link' : ''}`;
}

export function typeInWords(type: unknown): string {
  return typeof type === 'string' && Object.hasOwn(typeWords, type) ? typeWords[type as IntegrationType] : String(type);
}

/** `orders:live` of a Lambda invocation URI. */
function lambdaName(uri: string | null): string | null {
  return /:lambda:path\/.*\/functions\/arn:[^/]*:function:([^/]+)\//.exec(uri ?? '')?.[1] ?? null;
}

/** `states StartExecution`, `s3 bucket/key`. */
function serviceOf(uri: string | null): string | null {
  const [, service, target] = /^arn:[^:]*:apigateway:[^:]*:([^:]+):(?:action|path)\/(.*)$/.exec(uri ?? '') ?? [];
  return service === undefined || target === undefined ? null : `${service} ${target}`;
}
