import type { GatewayView, StageView } from '@/lib/changes/model';
import type { Snapshot } from '@/lib/gateway/model';
import { type GatewayRequest, type ResolveOptions, requestOf } from '@/lib/gateway/resolve';
import { type HostMapping, type HostResolution, resolveHost } from '@/lib/gateway/resolve-host';
import type { RenderTemplate } from '@/lib/gateway/templates/model';
import { compareSides } from './compare-sides';
import { describeHost } from './describe-host';
import { explainSide } from './explain-side';
import type { ExplainedRequest, ExplainedSide } from './model';
import type { ExplainRequestInput } from './schemas';

interface Known {
  /** Of all custom domains of the account and region, whatever they lead to. */
  mappings: HostMapping[];
  domains: string[];
  tenantOf(host: string): { slug: string; name: string } | null;
  render?: RenderTemplate;
}

/**
 * Explains a request over a view of the gateway. A path alone is explained for every stage, as if a domain's empty mapping led there.
 * Pure but for what it is given.
 */
export function explainInView(view: GatewayView, input: ExplainRequestInput, known: Known): ExplainedRequest {
  const asked = { method: input.method, url: input.url };
  if (input.url.startsWith('/')) {
    const request = requestOf({ verb: input.method, path: input.url, headers: input.headers, body: input.body });
    return { asked, host: null, sides: sidesOf(view, view.stages, request, known) };
  }
  const way = resolveHost(known.mappings, input.url, known.domains);
  const host = describeHost(way, view, known.tenantOf);
  if (!way.ok || !host.reached) return { asked, host, sides: [] };
  const stages = view.stages.filter(({ name }) => name === way.stage);
  return { asked, host, sides: sidesOf(view, stages, requestThrough(way, input), known) };
}

/** The request as it comes out of domain and mapping. */
function requestThrough(way: HostResolution & { ok: true }, input: ExplainRequestInput): GatewayRequest {
  const { host, query, path: fullPath, isSecure } = way.url;
  const own = input.headers.some(([name]) => name.toLowerCase() === 'host');
  const headers: [string, string][] = [...(own ? [] : [['Host', host] as [string, string]]), ...input.headers];
  return {
    ...requestOf({ verb: input.method, path: '/', body: input.body, host, fullPath, isSecure }),
    path: way.path,
    query,
    headers: way.matchesByPrefix ? headers.map(([name, value]) => [name.toLowerCase(), value]) : headers,
  };
}

function sidesOf(view: GatewayView, stages: StageView[], request: GatewayRequest, { render }: Known): ExplainedSide[] {
  const { working, draft, ids } = view;
  /** A change is deployed to the stage that serves: its variables count. */
  const [served] = stages;
  const optionsOf = (stage: StageView | undefined): ResolveOptions => ({
    restApiId: view.restApiId,
    resourceIds: ids.resources,
    ...(stage ? { stage: { name: stage.name, variables: stage.variables, deploymentId: stage.deploymentId } } : {}),
    ...(render ? { render } : {}),
  });
  const side = (key: string, title: string, snapshot: Snapshot | null, stage: StageView | undefined) =>
    explainSide({ key, title, stage: stage?.name ?? null, snapshot, options: optionsOf(stage) }, request);
  const sides = [
    ...stages.map((stage) => side(`stage:${stage.name}`, `live on ${stage.name}`, stage.live, stage)),
    side('working', 'the working copy', working, served),
    ...(draft
      ? [side(`draft:${draft.changeSet.number}`, `draft #${draft.changeSet.number}`, draft.snapshot, served)]
      : []),
  ];
  const [first] = sides;
  return sides.map((each, index) => {
    const before = each.key.startsWith('draft:') ? sides[index - 1] : first;
    if (!before || before === each) return each;
    return { ...each, comparedWith: before.key, differences: compareSides(before, each) };
  });
}
