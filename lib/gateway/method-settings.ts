import { byText } from './records';

/** Stage settings of methods by AWS's patch path, with the value that AWS gives them when nobody does. */
export const methodSettingDefaults = {
  'metrics/enabled': 'false',
  'logging/loglevel': 'OFF',
  'logging/dataTrace': 'false',
  'throttling/burstLimit': '5000',
  'throttling/rateLimit': '10000',
  'caching/enabled': 'false',
  'caching/ttlInSeconds': '300',
  'caching/dataEncrypted': 'false',
  'caching/requireAuthorizationForCacheControl': 'true',
  'caching/unauthorizedCacheControlHeaderStrategy': 'SUCCEED_WITH_RESPONSE_HEADER',
} as const;

export type MethodSetting = keyof typeof methodSettingDefaults;

const methodSettingNames = Object.keys(methodSettingDefaults) as MethodSetting[];

/** The block of all methods. */
export const everyMethod = '*/*';

/** Takes `/orders/GET/throttling/rateLimit` apart; null when it is no method setting. */
export function parseSettingKey(key: string): { block: string; setting: MethodSetting } | null {
  const setting = methodSettingNames.find((name) => key.endsWith(`/${name}`));
  return setting === undefined ? null : { block: key.slice(0, -setting.length - 1), setting };
}

/**
 * Settings as AWS keeps them. A block of a method that sets anything has all settings, those that nobody gave it as they stood in
 * `*` + `/*` when it was made; so a change there later doesn't reach it. In the block of all methods, what is AWS's default is left out.
 */
export function completeMethodSettings(settings: Readonly<Record<string, string>>): Record<string, string> {
  const complete: Record<string, string> = {};
  const blocks = new Set<string>();
  for (const key of Object.keys(settings).sort(byText)) {
    const parsed = parseSettingKey(key);
    const value = plainNumber(settings[key] ?? '');
    if (parsed === null) complete[key] = value;
    else if (parsed.block !== everyMethod) {
      blocks.add(parsed.block);
      complete[key] = value;
    } else if (value !== methodSettingDefaults[parsed.setting]) complete[key] = value;
  }
  for (const block of blocks) {
    for (const name of methodSettingNames) {
      complete[`${block}/${name}`] ??= complete[`${everyMethod}/${name}`] ?? methodSettingDefaults[name];
    }
  }
  return complete;
}

/** `10000.0` and `10000` are one value. */
function plainNumber(value: string): string {
  return /^\d+\.\d*$/.test(value) ? String(Number(value)) : value;
}
