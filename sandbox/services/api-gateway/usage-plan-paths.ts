import type { ApiStage, ThrottleSettings } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredUsagePlan } from '../../model';
import { keyOf } from '../../scope';
import type { OtherRule, PatchRule, PatchRules } from './patch';
import { clearableRule, textRule, without } from './patch-rules';
import { badRequest, notFound } from './refusals';

type Rule = PatchRule<StoredUsagePlan>;

/** The paths of UpdateUsagePlan that have no keys but their last part (facts 06). */
export function usagePlanRules(context: Context): PatchRules<StoredUsagePlan> {
  return {
    '/name': textRule('name'),
    '/description': clearableRule('description'),
    '/productCode': clearableRule('productCode', ['add', 'replace', 'remove']),
    '/apiStages': apiStageRule(context),
    '/throttle': { ops: ['remove'], apply: (plan) => without(plan, 'throttle') },
    '/throttle/rateLimit': throttleRule('rateLimit'),
    '/throttle/burstLimit': throttleRule('burstLimit'),
    '/quota': { ops: ['remove'], apply: (plan) => without(plan, 'quota') },
    '/quota/limit': quotaRule((value) => ({ limit: numberOf(value) })),
    '/quota/offset': quotaRule((value) => ({ offset: numberOf(value) })),
    '/quota/period': quotaRule((value) => ({ period: value as 'DAY' })),
  };
}

/** The value names a stage: `apiId:stage`. */
function apiStageRule(context: Context): Rule {
  return {
    ops: ['add', 'remove'],
    apply: (plan, value, { op }) => {
      const [apiId = '', stage = ''] = value.split(':');
      const others = (plan.apiStages ?? []).filter((each) => each.apiId !== apiId || each.stage !== stage);
      const isThere =
        op === 'add'
          ? context.state.get('stages', keyOf.stage(context.scope, apiId, stage))
          : others.length < (plan.apiStages ?? []).length;
      if (!isThere)
        throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${plan.id}`);
      return { ...plan, apiStages: op === 'add' ? [...others, { apiId, stage }] : others };
    },
  };
}

function throttleRule(member: keyof ThrottleSettings): Rule {
  return {
    ops: ['add', 'replace'],
    apply: (plan, value) => ({ ...plan, throttle: { ...plan.throttle, [member]: numberOf(value) } }),
  };
}

function quotaRule(read: (value: string) => StoredUsagePlan['quota']): Rule {
  return { ops: ['add', 'replace'], apply: (plan, value) => ({ ...plan, quota: { ...plan.quota, ...read(value) } }) };
}

function numberOf(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw badRequest(`Invalid number specified: ${value}`);
  return number;
}

const stagePath = /^\/apiStages\/([^/:]+):([^/]+)\/throttle(?:\/(.+)\/([A-Z]+|\*)(?:\/(rateLimit|burstLimit))?)?$/;

/** `/apiStages/<api>:<stage>/throttle[/<resource>/<METHOD>[/rateLimit|burstLimit]]`; the resource's slashes as `~1`. */
export const otherUsagePlanRule: OtherRule<StoredUsagePlan> = (path) => {
  const [, apiId, stage, resource, method, member] = stagePath.exec(path) ?? [];
  if (apiId === undefined || stage === undefined) return undefined;
  const key = resource === undefined ? undefined : `${resource.replaceAll('~1', '/').replaceAll('~0', '~')}/${method}`;
  return {
    ops: member === undefined ? ['remove'] : ['add', 'replace'],
    apply: (plan, value) => ({
      ...plan,
      apiStages: (plan.apiStages ?? []).map((each) =>
        each.apiId === apiId && each.stage === stage ? throttled(each, key, member, value) : each,
      ),
    }),
  };
};

function throttled(stage: ApiStage, key: string | undefined, member: string | undefined, value: string): ApiStage {
  if (key === undefined) return without(stage, 'throttle');
  const { [key]: old, ...others } = stage.throttle ?? {};
  if (member === undefined) return { ...stage, throttle: others };
  return { ...stage, throttle: { ...others, [key]: { ...old, [member]: numberOf(value) } } };
}
