import { everyMethod, type MethodSetting } from '@/lib/gateway/method-settings';
import type { StageSettings } from '@/lib/gateway/model';
import type { RawMethodSetting, RawStage } from './raw-gateway';

export function stageFromAws(raw: RawStage): StageSettings {
  const { destinationArn, format } = raw.accessLogSettings ?? {};
  return {
    description: raw.description ?? null,
    variables: raw.variables ?? {},
    tracing: raw.tracingEnabled ?? false,
    cacheSize: raw.cacheClusterEnabled ? (raw.cacheClusterSize ?? null) : null,
    clientCertificateId: raw.clientCertificateId ?? null,
    documentationVersion: raw.documentationVersion ?? null,
    accessLog: destinationArn || format ? { destinationArn: destinationArn ?? '', format: format ?? '' } : null,
    methodSettings: Object.fromEntries(Object.entries(raw.methodSettings ?? {}).flatMap(settingEntries)),
  };
}

const fieldOf: Readonly<Record<MethodSetting, keyof RawMethodSetting>> = {
  'metrics/enabled': 'metricsEnabled',
  'logging/loglevel': 'loggingLevel',
  'logging/dataTrace': 'dataTraceEnabled',
  'throttling/burstLimit': 'throttlingBurstLimit',
  'throttling/rateLimit': 'throttlingRateLimit',
  'caching/enabled': 'cachingEnabled',
  'caching/ttlInSeconds': 'cacheTtlInSeconds',
  'caching/dataEncrypted': 'cacheDataEncrypted',
  'caching/requireAuthorizationForCacheControl': 'requireAuthorizationForCacheControl',
  'caching/unauthorizedCacheControlHeaderStrategy': 'unauthorizedCacheControlHeaderStrategy',
};

function settingEntries([key, settings]: [string, RawMethodSetting]): [string, string][] {
  const block = blockOf(key);
  return (Object.entries(fieldOf) as [MethodSetting, keyof RawMethodSetting][]).flatMap(([name, field]) => {
    const value = settings[field];
    return value === null || value === undefined ? [] : [[`${block}/${name}`, String(value)]];
  });
}

/**
 * `/a/b/GET` of AWS's `a/b/GET` or `~1a~1b/GET`, whichever somebody wrote; the root resource is `~1/GET` or `/GET`. Nothing is said
 * about the first slash: it is there or not.
 */
function blockOf(key: string): string {
  if (key === everyMethod) return everyMethod;
  const at = key.lastIndexOf('/');
  const path = key.slice(0, at).replaceAll('~1', '/').replaceAll('~0', '~').replace(/^\/+/, '');
  return `/${path}/${key.slice(at + 1)}`;
}
