'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import type { CurrentDraft, EditActions } from '@/components/routes/actions';
import { useSaveEdits } from '@/components/routes/use-save-edits';
import { VerbLabel } from '@/components/routes/verb-label';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { parseMapping } from '@/lib/gateway/mapping/parse-mapping';
import { presets } from '@/lib/gateway/mapping/presets';
import { type BulkPreview, type BulkRoute, bulkEdits, previewBulk } from './bulk-edits';
import { MappingEditor } from './mapping-editor';
import { suggestSources, suggestTargets } from './suggestions';

const shown = 200;

/** Sets the same mappings on many routes: what, where, and a preview of each before it goes into the draft. */
export function BulkMappings({
  routes,
  stageVariables,
  draft,
  actions,
}: {
  routes: BulkRoute[];
  stageVariables: string[];
  draft: CurrentDraft | null;
  actions: EditActions;
}) {
  const router = useRouter();
  const [mappings, setMappings] = useState<Record<string, string>>({});
  const [search, setSearch] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { save, pending, result } = useSaveEdits(actions, draft);
  const problems = Object.values(mappings).flatMap((text) => {
    const parsed = parseMapping(text, 'request');
    return parsed.ok ? [] : parsed.problems.map(({ sentence }) => sentence);
  });
  const ready = Object.keys(mappings).length > 0 && problems.length === 0;
  const previews = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const found = routes.filter(({ path, verb, target }) => `${verb} ${path} ${target}`.toLowerCase().includes(wanted));
    return found.map((route) => previewBulk(route, ready ? mappings : {}));
  }, [routes, search, mappings, ready]);
  const possible = previews.filter(({ changes }) => changes.length > 0);
  const chosen = possible.filter(({ route }) => !left.has(idOf(route)));

  function toggle(route: BulkRoute) {
    const next = new Set(left);
    if (!next.delete(idOf(route))) next.add(idOf(route));
    setLeft(next);
  }

  return (
    <div className="grid gap-5">
      <Card
        title="What to set"
        description="Headers, query parameters and parts of the path that the back ends get."
        actions={
          <div className="flex flex-wrap gap-2">
            {presets
              .filter(({ side }) => side === 'request')
              .slice(0, 3)
              .map((preset) => (
                <Button
                  key={preset.id}
                  size="sm"
                  onClick={() => setMappings({ ...mappings, ...toMappings(preset.headers) })}
                >
                  {preset.title}
                </Button>
              ))}
          </div>
        }
      >
        <MappingEditor
          label="Mappings"
          side="request"
          parameters={mappings}
          findings={Object.entries(mappings).flatMap(([key, text]) => {
            const parsed = parseMapping(text, 'request');
            const at = {
              severity: 'error',
              code: 'invalid-value',
              side: 'request',
              status: null,
              part: 'value',
            } as const;
            return parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, ...at, key }));
          })}
          suggest={{
            targets: (place) => suggestTargets(place, 'request', null),
            sources: (kind) => suggestSources(kind, { path: '', method: { requestParameters: {} }, stageVariables }),
          }}
          onChange={setMappings}
        />
      </Card>
      <Card
        flush
        title="Where"
        description={
          ready
            ? `${chosen.length} of ${previews.length} routes change.`
            : 'Set something above, and this shows what becomes of each route.'
        }
        actions={
          <div className="w-56 max-w-full">
            <Input
              type="search"
              aria-label="Search routes"
              placeholder="Path, method, back end"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
        }
      >
        {previews.length === 0 ? (
          <EmptyState icon="search" title="No route matches" />
        ) : (
          <ScrollRegion label="Routes to set it on" className="max-h-[32rem]">
            <ul aria-label="Routes">
              {previews.slice(0, shown).map((preview) => (
                <RouteLine
                  key={idOf(preview.route)}
                  preview={preview}
                  ready={ready}
                  checked={!left.has(idOf(preview.route))}
                  onToggle={() => toggle(preview.route)}
                />
              ))}
            </ul>
          </ScrollRegion>
        )}
        {previews.length > shown ? (
          <p className="border-line border-t px-4 py-2 text-ink-muted text-xs">
            and {previews.length - shown} more, which are changed as well
          </p>
        ) : null}
      </Card>
      <FormMessage result={result} />
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          pending={pending}
          disabled={!ready || chosen.length === 0}
          onClick={() =>
            save(bulkEdits(chosen), `${Object.keys(mappings).length} mappings on ${chosen.length} routes`, (saved) =>
              router.push(`/changes/${saved.number}`),
            )
          }
        >
          {chosen.length === 1 ? 'Save 1 route to the draft' : `Save ${chosen.length} routes to the draft`}
        </Button>
        <p className="text-ink-muted text-xs">Nothing reaches AWS before the change set is reviewed and applied.</p>
      </div>
    </div>
  );
}

function RouteLine({
  preview: { route, changes, obstacle },
  ready,
  checked,
  onToggle,
}: {
  preview: BulkPreview;
  ready: boolean;
  checked: boolean;
  onToggle: () => void;
}) {
  const possible = ready && obstacle === null;
  return (
    <li className="border-line border-b px-4 py-2 last:border-b-0">
      <label className="flex items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          checked={possible && checked}
          disabled={!possible}
          onChange={onToggle}
          className="mt-[3px] size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <VerbLabel verb={route.verb} />
            <span className="break-name font-medium">{route.path}</span>
            <span className="break-name text-ink-muted text-xs">{route.target}</span>
          </span>
          {ready && obstacle ? <span className="block text-ink-muted text-xs">{obstacle}</span> : null}
          {possible
            ? changes.map(({ key, before, after }) => (
                <span key={key} className="break-name block font-mono text-ink-muted text-xs">
                  {key.replace('integration.request.', '')}: {before ?? 'nothing'} → {after ?? 'nothing'}
                </span>
              ))
            : null}
        </span>
      </label>
    </li>
  );
}

function idOf({ path, verb }: BulkRoute): string {
  return `${verb} ${path}`;
}

function toMappings(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`integration.request.header.${name}`, value]),
  );
}
