import type { StoredStage } from '../../model';
import { badCopy, canaryRules, promote } from './canary';
import { methodSettingRule, noSuchBlock, removeBlockRule } from './method-settings';
import type { OtherRule, PatchRules } from './patch';
import { clearableRule, flagRule, textRule, without } from './patch-rules';
import type { PatchWords, RefusedPatch } from './patch-words';
import { badRequest } from './refusals';

const logPaths = ['/accessLogSettings/destinationArn', '/accessLogSettings/format'];

export const stageRules: PatchRules<StoredStage> = {
  '/deploymentId': {
    ops: ['replace', 'copy'],
    apply: (stage, value, { op, path, from }) =>
      op === 'copy' ? promote(stage, path, from) : { ...stage, deploymentId: value },
  },
  '/description': clearableRule('description'),
  '/documentationVersion': clearableRule('documentationVersion'),
  '/clientCertificateId': clearableRule('clientCertificateId'),
  '/tracingEnabled': flagRule('tracingEnabled'),
  '/cacheClusterEnabled': flagRule('cacheClusterEnabled'),
  '/cacheClusterSize': textRule('cacheClusterSize'),
  '/variables': {
    ops: ['remove', 'copy'],
    apply: (stage, _value, { op, path, from }) =>
      op === 'copy' ? promote(stage, path, from) : without(stage, 'variables'),
  },
  '/variables/{key}': {
    ops: ['replace', 'remove'],
    apply: (stage, value, { op, key }) => {
      const { [key]: _old, ...others } = stage.variables ?? {};
      return { ...stage, variables: op === 'remove' ? others : { ...others, [key]: value } };
    },
  },
  '/accessLogSettings': { ops: ['remove'], apply: (stage) => without(stage, 'accessLogSettings') },
  '/accessLogSettings/destinationArn': logRule('destinationArn'),
  '/accessLogSettings/format': logRule('format'),
  ...canaryRules,
};

function logRule(member: 'destinationArn' | 'format'): PatchRules<StoredStage>[string] {
  return {
    ops: ['add', 'replace'],
    apply: (stage, value) => {
      if (value === '') throw badRequest('Access Log value must not be empty');
      return { ...stage, accessLogSettings: { ...stage.accessLogSettings, [member]: value } };
    },
  };
}

/** Every other path is taken for one of a method's settings. */
export const otherStageRule: OtherRule<StoredStage> = (path, op) =>
  op === 'remove' && path !== '' ? removeBlockRule(path) : methodSettingRule(path);

/** Printed by AWS as it is here, missing commas and all. */
const printedPaths =
  '/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, ' +
  '/accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, ' +
  '/{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, ' +
  '/{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit' +
  '/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, ' +
  '/{resourcePath}/{httpMethod}/caching/dataEncrypted, ' +
  '/{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, ' +
  '/{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, ' +
  '/*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit ' +
  '/*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, ' +
  '/*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, ' +
  '/variables/{variable_name}, /tracingEnabled';

function refusePath({ path, op, from }: RefusedPatch): Error {
  if (op === 'remove' && path !== undefined) return noSuchBlock(path);
  if (op === 'copy') return badCopy(path, from ?? 'null');
  if (path?.startsWith('/accessLogSettings/'))
    return badRequest(`Invalid accessLogSettings path. Must be one of : [${logPaths.join(', ')}]`);
  return badRequest(`Invalid method setting path: ${path ?? 'null'}. Must be one of: [${printedPaths}]`);
}

/** How UpdateStage refuses (facts 05 and 06). */
export const stageWords: PatchWords = {
  unknownPath: refusePath,
  wrongOp: (patch) =>
    patch.op === 'add' ? badRequest(`Invalid add operation with path: ${patch.path}`) : refusePath(patch),
};
