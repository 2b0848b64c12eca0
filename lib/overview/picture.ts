import type { Headline } from '@/lib/domains/model';
import { groupBy } from '@/lib/group-by';
import type { Mapping, Resource } from '@/lib/inventory/model';
import { headlinesWorstFirst } from '@/lib/tenants/headline-order';
import { backEndOf } from './back-end-of';
import type { OverviewDomain } from './model';
import { type DraftEdge, type DraftNode, type Picture, placeColumns } from './place-columns';

export interface PictureInput {
  domains: readonly OverviewDomain[];
  mappings: readonly Mapping[];
  gateway: {
    restApi: { id: string; name: string };
    stages: readonly { name: string }[];
    resources: readonly Resource[];
  };
  /** Headlines whose group is opened. */
  open: readonly Headline[];
}

/** Up to here every domain is a node of its own. */
export const ungroupedLimit = 12;
/** An opened group shows this many; a search finds the others. */
const openGroupLimit = 20;
const routeLimit = 12;

/**
 * The shared gateway as five columns: domains, mappings, stages, routes, back ends. Beyond {@link ungroupedLimit} domains
 * are grouped by headline. Pure, and the same input gives the same picture.
 */
export function drawPicture(input: PictureInput): Picture {
  const { restApi } = input.gateway;
  const ours = input.mappings.filter((mapping) => mapping.restApiId === restApi.id);
  const nodes = new Map<string, DraftNode>();
  const edges = new Map<string, DraftEdge>();
  const link = (from: string, to: string) => edges.set(`${from} ${to}`, { id: `${from} ${to}`, from, to });

  const domainNode = drawDomains(input, nodes);
  const byGatewayDomain = groupBy(ours, (mapping) => mapping.domainName);
  const stages = [
    ...new Set([...input.gateway.stages.map(({ name }) => name), ...ours.flatMap(({ stage }) => stage ?? [])]),
  ].sort();
  for (const stage of stages) {
    const deployed = input.gateway.stages.some(({ name }) => name === stage);
    nodes.set(`stage ${stage}`, {
      id: `stage ${stage}`,
      column: 2,
      kind: 'stage',
      label: stage,
      detail: deployed ? `Stage of ${restApi.name}` : 'No such stage',
    });
  }
  const served = new Map<string, Set<string>>();
  for (const domain of input.domains) {
    for (const mapping of byGatewayDomain.get(domain.gatewayDomainName) ?? []) {
      const id = `mapping ${mapping.basePath} ${mapping.stage ?? ''}`;
      served.set(id, (served.get(id) ?? new Set()).add(domain.hostname));
      nodes.set(id, {
        id,
        column: 1,
        kind: 'mapping',
        label: mapping.basePath === '' ? '(empty base path)' : `/${mapping.basePath}`,
        detail: '',
      });
      link(domainNode(domain), id);
      for (const stage of mapping.stage === null ? stages : [mapping.stage]) link(id, `stage ${stage}`);
    }
  }
  for (const [id, hostnames] of served) {
    const node = nodes.get(id);
    if (node) node.detail = `${hostnames.size} ${hostnames.size === 1 ? 'domain' : 'domains'}`;
  }
  drawRoutes(input.gateway.resources, stages, nodes, link);
  return placeColumns([...nodes.values()], [...edges.values()]);
}

/** Adds the first column; answers which node stands for a domain. */
function drawDomains(
  { domains, open }: PictureInput,
  nodes: Map<string, DraftNode>,
): (domain: OverviewDomain) => string {
  const idOf = (domain: OverviewDomain) => `domain ${domain.hostname}`;
  const groupOf = (domain: OverviewDomain) => `group ${domain.headline}`;
  const show = (domain: OverviewDomain) =>
    nodes.set(idOf(domain), {
      id: idOf(domain),
      column: 0,
      kind: 'domain',
      label: domain.hostname,
      detail: domain.tenantName,
      headline: domain.headline,
      slug: domain.tenantSlug,
    });
  if (domains.length <= ungroupedLimit) {
    for (const domain of [...domains].sort(byHeadline)) show(domain);
    return idOf;
  }
  const single = new Set<OverviewDomain>();
  const groups = groupBy(domains, ({ headline }) => headline);
  for (const headline of headlinesWorstFirst) {
    const members = groups.get(headline) ?? [];
    if (members.length === 0) continue;
    const opened = open.includes(headline);
    const shown = opened ? members.slice(0, openGroupLimit) : [];
    const rest = members.length - shown.length;
    nodes.set(`group ${headline}`, {
      id: `group ${headline}`,
      column: 0,
      kind: 'group',
      label: headline,
      detail:
        rest === members.length
          ? `${rest} ${rest === 1 ? 'domain' : 'domains'}`
          : rest > 0
            ? `${rest} more of ${members.length}`
            : `All ${members.length} below`,
      headline,
      opened,
    });
    for (const domain of shown) {
      show(domain);
      single.add(domain);
    }
  }
  return (domain) => (single.has(domain) ? idOf(domain) : groupOf(domain));
}

/** Adds the columns of routes, by first path segment, and of what they call. */
function drawRoutes(
  resources: readonly Resource[],
  stages: readonly string[],
  nodes: Map<string, DraftNode>,
  link: (from: string, to: string) => void,
): void {
  const withMethods = resources.filter(({ methods }) => methods.length > 0);
  const groups = [...groupBy(withMethods, ({ path }) => `/${path.split('/')[1] ?? ''}`)].sort(([a], [b]) =>
    a.localeCompare(b),
  );
  groups.forEach(([prefix, members], index) => {
    const beyond = groups.length > routeLimit && index >= routeLimit - 1;
    const id = beyond ? 'route …' : `route ${prefix}`;
    const methods = new Set(members.flatMap((resource) => resource.methods.map(({ httpMethod }) => httpMethod)));
    nodes.set(id, {
      id,
      column: 3,
      kind: 'route',
      label: beyond ? `${groups.length - routeLimit + 1} more` : prefix,
      detail: beyond
        ? 'Other first segments'
        : `${members.length} ${members.length === 1 ? 'path' : 'paths'} · ${[...methods].sort().join(', ')}`,
    });
    for (const stage of stages) link(`stage ${stage}`, id);
    for (const { integration } of members.flatMap((resource) => resource.methods)) {
      const { name, kind } = backEndOf(integration);
      nodes.set(`back end ${name}`, { id: `back end ${name}`, column: 4, kind: 'back-end', label: name, detail: kind });
      link(id, `back end ${name}`);
    }
  });
}

function byHeadline(a: OverviewDomain, b: OverviewDomain): number {
  return (
    headlinesWorstFirst.indexOf(a.headline) - headlinesWorstFirst.indexOf(b.headline) ||
    a.hostname.localeCompare(b.hostname)
  );
}
