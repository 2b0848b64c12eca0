import { requestHeaderRule, requestMappingsIgnored } from '@/lib/gateway/mapping/header-rules';
import { parseMapping } from '@/lib/gateway/mapping/parse-mapping';
import { type MappingTarget, parseTarget } from '@/lib/gateway/mapping/parse-target';
import type { IntegrationType } from '@/lib/gateway/model';
import type { GatewayRequest, MatchedRoute, ResolveOptions } from '@/lib/gateway/resolve';
import { valuesOfMapping } from '@/lib/gateway/resolve/values-of-mapping';
import type { ExplainedMapping } from './model';

const places: Record<MappingTarget['place'], string> = { header: 'header', query: 'query', path: 'path variable' };

/** The request mappings of a route, with what each comes to for this request. */
export function describeMappings(
  route: MatchedRoute,
  request: GatewayRequest,
  options: ResolveOptions,
): ExplainedMapping[] {
  const { integration } = route.method;
  return Object.entries(integration?.requestParameters ?? {}).map(([key, expression]) => {
    const target = parseTarget(key, 'request');
    const parsed = parseMapping(expression, 'request');
    return {
      target: target.ok ? `${places[target.target.place]} ${target.target.name}` : key,
      expression,
      values: parsed.ok ? valuesOfMapping(route, request, options, parsed.mapping) : [],
      sentence: target.ok
        ? sentenceOf(target.target, integration?.type ?? 'MOCK')
        : (target.problems[0]?.sentence ?? null),
    };
  });
}

function sentenceOf({ place, name }: MappingTarget, type: IntegrationType): string | null {
  const rule = place === 'header' ? requestHeaderRule(name, type) : null;
  return rule?.sentence ?? requestMappingsIgnored(type);
}
