import type { Patch } from '@/lib/gateway/calls';
import { everyMethod, type MethodSetting, methodSettingDefaults, parseSettingKey } from '@/lib/gateway/method-settings';
import type { StageSettings } from '@/lib/gateway/model';
import { entryOf, keysOfBoth } from '@/lib/gateway/records';
import { escapeKey, fieldPatch, replace } from './patches';

/** Stage settings hold at once, without a deployment. */
export function stagePatches(before: StageSettings, after: StageSettings): Patch[] {
  return [
    ...fieldPatch('/description', before.description, after.description),
    ...variablePatches(before.variables, after.variables),
    ...fieldPatch('/tracingEnabled', before.tracing, after.tracing),
    ...cachePatches(before.cacheSize, after.cacheSize),
    ...fieldPatch('/clientCertificateId', before.clientCertificateId, after.clientCertificateId),
    ...fieldPatch('/documentationVersion', before.documentationVersion, after.documentationVersion),
    ...accessLogPatches(before.accessLog, after.accessLog),
    ...methodSettingPatches(before.methodSettings, after.methodSettings),
  ];
}

type Texts = Readonly<Record<string, string>>;

/** AWS's table has no `add` for them: `replace` makes them, too. */
function variablePatches(before: Texts, after: Texts): Patch[] {
  return keysOfBoth(before, after).flatMap((key): Patch[] => {
    const value = entryOf(after, key);
    const path = `/variables/${escapeKey(key)}`;
    if (value === null) return [{ op: 'remove', path }];
    return fieldPatch(path, entryOf(before, key), value);
  });
}

function cachePatches(before: string | null, after: string | null): Patch[] {
  if (after === null) return before === null ? [] : [replace('/cacheClusterEnabled', 'false')];
  return [
    ...fieldPatch('/cacheClusterEnabled', before !== null, true),
    ...fieldPatch('/cacheClusterSize', before, after),
  ];
}

function accessLogPatches(before: StageSettings['accessLog'], after: StageSettings['accessLog']): Patch[] {
  if (after === null) return before === null ? [] : [{ op: 'remove', path: '/accessLogSettings' }];
  return [
    ...fieldPatch('/accessLogSettings/destinationArn', before?.destinationArn, after.destinationArn),
    ...fieldPatch('/accessLogSettings/format', before?.format, after.format),
  ];
}

function methodSettingPatches(before: Texts, after: Texts): Patch[] {
  const kept = new Set(Object.keys(after).flatMap((key) => parseSettingKey(key)?.block ?? []));
  const removed = new Set<string>();
  const set = keysOfBoth(before, after).flatMap((key): Patch[] => {
    const parsed = parseSettingKey(key);
    if (parsed === null) return [];
    const { block, setting } = parsed;
    const value = entryOf(after, key) ?? defaultIn(block, setting);
    if (block !== everyMethod && !kept.has(block)) {
      removed.add(block);
      return [];
    }
    return fieldPatch(`${blockPath(block)}/${setting}`, entryOf(before, key), value);
  });
  return [...[...removed].map((block): Patch => ({ op: 'remove', path: blockPath(block) })), ...set];
}

/** The snapshot leaves defaults out in the block of all methods. */
function defaultIn(block: string, setting: MethodSetting): string {
  return block === everyMethod ? methodSettingDefaults[setting] : '';
}

/** `/~1orders/GET` of `/orders/GET`, `/~1/GET` of the root's `//GET`. */
function blockPath(block: string): string {
  if (block === everyMethod) return `/${block}`;
  const at = block.lastIndexOf('/');
  return `/${escapeKey(block.slice(0, at))}/${block.slice(at + 1)}`;
}
