import type { MethodSetting } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredStage } from '../../model';
import { gatewayAccount } from './gateway-account';
import type { PatchRule } from './patch';
import { badRequest } from './refusals';

/** What a block begins with when there is none for `*` + `/*` (facts 5.2). */
const defaults: MethodSetting = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

const levels = ['OFF', 'ERROR', 'INFO'];
const strategies = ['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER'];
const maxTtl = 3600;

/** By the last two parts of the path: what a value changes. */
const settings: Record<string, (value: string) => MethodSetting> = {
  'metrics/enabled': (value) => ({ metricsEnabled: value === 'true' }),
  'logging/dataTrace': (value) => ({ dataTraceEnabled: value === 'true' }),
  'logging/loglevel': (value) => ({ loggingLevel: oneOf(levels, value, 'loglevel') }),
  'throttling/burstLimit': (value) => ({ throttlingBurstLimit: whole(value, 'burstLimit') }),
  'throttling/rateLimit': (value) => ({ throttlingRateLimit: amount(value, 'rateLimit') }),
  'caching/ttlInSeconds': (value) => ({ cacheTtlInSeconds: whole(value, 'ttlInSeconds', maxTtl) }),
  'caching/enabled': (value) => ({ cachingEnabled: value === 'true' }),
  'caching/dataEncrypted': (value) => ({ cacheDataEncrypted: value === 'true' }),
  'caching/requireAuthorizationForCacheControl': (value) => ({
    requireAuthorizationForCacheControl: value === 'true',
  }),
  'caching/unauthorizedCacheControlHeaderStrategy': (value) => ({
    unauthorizedCacheControlHeaderStrategy: oneOf(
      strategies,
      value,
      'unauthorizedCacheControlHeaderStrategy',
    ) as NonNullable<MethodSetting['unauthorizedCacheControlHeaderStrategy']>,
  }),
};

/**
 * The rule of `/<resource>/<VERB>/<group>/<setting>`. The block's key is the path's own text, slashes escaped or not: AWS
 * takes both spellings.
 */
export function methodSettingRule(path: string): PatchRule<StoredStage> | undefined {
  const [, key, name] = /^\/(.+\/[^/]+)\/([^/]+\/[^/]+)$/.exec(path) ?? [];
  const read = name !== undefined && Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (!key || !read) return undefined;
  return {
    ops: ['replace'],
    apply: (stage, value) => {
      const blocks = stage.methodSettings ?? {};
      const block = blocks[key] ?? blocks['*/*'] ?? defaults;
      return { ...stage, methodSettings: { ...blocks, [key]: { ...block, ...read(value) } } };
    },
  };
}

/** Takes away the block of a method, when there is one. */
export function removeBlockRule(path: string): PatchRule<StoredStage> | undefined {
  const key = path.slice(1);
  return {
    ops: ['remove'],
    apply: (stage) => {
      const { [key]: block, ...others } = stage.methodSettings ?? {};
      if (!block) throw noSuchBlock(path);
      return { ...stage, methodSettings: others };
    },
  };
}

export function noSuchBlock(path: string) {
  return badRequest(
    `Cannot remove method setting ${path.slice(1)} because there is no method setting for this method `,
  );
}

/** Logs need a role of the account that writes them. */
export function refuseLogsWithoutRole(context: Context, before: StoredStage, after: StoredStage): void {
  if (logs(after) && !logs(before) && !gatewayAccount(context).cloudwatchRoleArn)
    throw badRequest('CloudWatch Logs role ARN must be set in account settings to enable logging');
}

function logs({ methodSettings = {} }: StoredStage): boolean {
  return Object.values(methodSettings).some(({ loggingLevel }) => loggingLevel === 'ERROR' || loggingLevel === 'INFO');
}

function oneOf(words: string[], value: string, title: string): string {
  if (!words.includes(value)) throw badRequest(`Invalid ${title} specified. Valid options are ${words.join(',')}`);
  return value;
}

function amount(value: string, title: string): number {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number) || number < 0) throw badRequest(`Invalid ${title} specified: ${value}`);
  return number;
}

function whole(value: string, title: string, max = Number.MAX_SAFE_INTEGER): number {
  const number = amount(value, title);
  if (!Number.isInteger(number) || number > max) throw badRequest(`Invalid ${title} specified: ${value}`);
  return number;
}
