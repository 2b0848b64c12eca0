import type { GatewayView } from '@/lib/changes/model';
import type { HostResolution } from '@/lib/gateway/resolve-host';
import type { ExplainedHost } from './model';

const forbidden = { status: 403, body: '{"message":"Forbidden"}' };

/** Domain, mapping and stage in words; says so when the way leads past this gateway. */
export function describeHost(
  way: HostResolution,
  view: GatewayView,
  tenantOf: (host: string) => ExplainedHost['tenant'],
): ExplainedHost {
  const host = way.url?.host ?? '';
  const common = {
    host,
    tenant: tenantOf(host),
    passedOver: way.passedOver.map(({ mapping, sentence }) => ({ basePath: mapping.basePath, sentence })),
  };
  if (!way.ok) {
    const { sentence, answer } = way;
    const nowhere = { domainName: null, mapping: null, stage: null, path: null, notes: [] };
    return { ...common, ...nowhere, reached: false, sentence, answer };
  }
  const { mapping, stage, path, sentence } = way;
  const trouble = troubleOf(way, view);
  return {
    ...common,
    reached: trouble === null,
    domainName: mapping?.domainName ?? null,
    mapping,
    stage,
    path,
    sentence: trouble?.sentence ?? sentence,
    notes: way.matchesByPrefix
      ? ['Because of its mappings of several levels, this domain hands all header names on in lower case.']
      : [],
    answer: trouble?.answer ?? null,
  };
}

/** Why the way ends before this gateway's routes; null when it doesn't. */
function troubleOf(
  way: HostResolution & { ok: true },
  view: GatewayView,
): Pick<ExplainedHost, 'sentence' | 'answer'> | null {
  if (way.restApiId !== view.restApiId) {
    return { sentence: `It leads to another API, ${way.restApiId}, which Gatehouse does not run.`, answer: null };
  }
  const stage = view.stages.find(({ name }) => name === way.stage);
  if (!stage) return { sentence: `The gateway has no stage ${way.stage}.`, answer: forbidden };
  if (way.mapping !== null || stage.live?.api.executeApiDisabled !== true) return null;
  return { sentence: "The API's own address is switched off: only custom domains lead to it.", answer: forbidden };
}
