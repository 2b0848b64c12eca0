import type { FieldName } from '@/lib/gateway/fields';
import { everyMethod, type MethodSetting, parseSettingKey } from '@/lib/gateway/method-settings';
import { type Clause, changes, flag, plain } from './phrases';

const settingWords: Readonly<Record<MethodSetting, string>> = {
  'metrics/enabled': 'detailed metrics',
  'logging/loglevel': 'log level',
  'logging/dataTrace': 'logging of whole requests and answers',
  'throttling/burstLimit': 'throttling burst',
  'throttling/rateLimit': 'throttling requests per second',
  'caching/enabled': 'caching',
  'caching/ttlInSeconds': 'cache time to live in seconds',
  'caching/dataEncrypted': 'encryption of the cache',
  'caching/requireAuthorizationForCacheControl': 'authorization to refresh the cache',
  'caching/unauthorizedCacheControlHeaderStrategy': 'answer to who may not refresh the cache',
};

export const stageClauses: Record<FieldName<'stage'>, Clause> = {
  description: changes('description'),
  variables: ({ before, after, key }) =>
    changes(`variable ${key}`, (value) => `'${plain(value)}'`)({ before, after, key }),
  tracing: flag('X-Ray tracing is on', 'X-Ray tracing is off'),
  cacheSize: changes('cache', (value) => `${value} GB`),
  clientCertificateId: changes('client certificate'),
  documentationVersion: changes('documentation version'),
  accessLog: ({ before, after }) => {
    if (after === null) return 'access log is switched off';
    return before === null ? 'access log is switched on' : 'access log has another destination or format';
  },
  methodSettings: ({ before, after, key }) => changes(settingInWords(key))({ before, after, key }),
};

function settingInWords(key: string): string {
  const parsed = parseSettingKey(key);
  if (parsed === null) return key;
  const { block, setting } = parsed;
  const verb = block.slice(block.lastIndexOf('/') + 1);
  const path = block.slice(0, -verb.length - 1) || '/';
  return `${settingWords[setting]} of ${block === everyMethod ? 'all methods' : `${verb} ${path}`}`;
}
