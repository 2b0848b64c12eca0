import type { Edit } from '@/lib/gateway/edits';
import { declarationsFor } from '@/lib/gateway/mapping/declarations-for';
import { requestHeaderRule, requestMappingsIgnored } from '@/lib/gateway/mapping/header-rules';
import { parseTarget } from '@/lib/gateway/mapping/parse-target';
import type { IntegrationType, Verb } from '@/lib/gateway/model';

/** What the choice of routes needs to know of each. */
export interface BulkRoute {
  path: string;
  verb: Verb;
  type: IntegrationType;
  /** Where its requests go, in short. */
  target: string;
  /** Its request mappings. */
  mappings: Record<string, string>;
  /** Its declared request parameters. */
  declared: string[];
}

export interface BulkPreview {
  route: BulkRoute;
  /** Mappings that change: the expression before, null for none, and after, null where it goes. */
  changes: { key: string; before: string | null; after: string | null }[];
  /** Why it can't, or needn't, have it. */
  obstacle: string | null;
}

/**
 * What setting the mappings does to one route. A header that the route sets in other letters is the same header: it is replaced. Pure.
 */
export function previewBulk(route: BulkRoute, mappings: Record<string, string>): BulkPreview {
  const obstacle = requestMappingsIgnored(route.type) ?? forbidden(route, mappings) ?? missingVariable(route, mappings);
  if (obstacle !== null) return { route, changes: [], obstacle };
  const changes = Object.entries(mappings).flatMap(([key, after]) => {
    const spelt = Object.keys(route.mappings).filter((other) => other !== key && sameHeader(other, key));
    const gone = spelt.map((other) => ({ key: other, before: route.mappings[other] ?? null, after: null }));
    const before = route.mappings[key] ?? null;
    return before === after ? gone : [...gone, { key, before, after }];
  });
  return { route, changes, obstacle: changes.length === 0 ? 'Has it already.' : null };
}

function sameHeader(one: string, other: string): boolean {
  const start = 'integration.request.header.';
  return one.startsWith(start) && other.startsWith(start) && one.toLowerCase() === other.toLowerCase();
}

function forbidden({ type }: BulkRoute, mappings: Record<string, string>): string | null {
  for (const key of Object.keys(mappings)) {
    const target = parseTarget(key, 'request');
    if (!target.ok || target.target.place !== 'header') continue;
    const rule = requestHeaderRule(target.target.name, type);
    if (rule?.fate === 'forbidden' || rule?.fate === 'dropped') return rule.sentence;
  }
  return null;
}

function missingVariable({ path }: BulkRoute, mappings: Record<string, string>): string | null {
  const needed = declarationsFor(mappings).flatMap((key) => /^method\.request\.path\.(.+)$/.exec(key)?.[1] ?? []);
  const missing = needed.find((name) => !path.includes(`{${name}}`) && !path.includes(`{${name}+}`));
  return missing === undefined ? null : `Its path has no {${missing}}.`;
}

/** The edits that make the previews so, declarations included. Pure. */
export function bulkEdits(previews: readonly BulkPreview[]): Edit[] {
  return previews.flatMap(({ route: { path, verb, declared }, changes }): Edit[] => {
    const added = Object.fromEntries(changes.flatMap(({ key, after }) => (after === null ? [] : [[key, after]])));
    const missing = declarationsFor(added).filter((key) => !declared.includes(key));
    return [
      ...missing.map((key): Edit => {
        return { op: 'set', subject: { kind: 'method', path, verb }, field: 'requestParameters', key, value: false };
      }),
      ...changes.map(({ key, after }): Edit => {
        const subject = { kind: 'integration', path, verb } as const;
        return { op: 'set', subject, field: 'requestParameters', key, value: after };
      }),
    ];
  });
}
