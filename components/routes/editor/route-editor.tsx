'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useLeaveWarning } from '@/components/forms/use-leave-warning';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import type { Finding } from '@/lib/gateway/lint/finding';
import type { Method } from '@/lib/gateway/model';
import { subjectKey } from '@/lib/gateway/subjects';
import type { RouteView } from '@/lib/routes/model';
import type { CurrentDraft, EditActions } from '../actions';
import { FindingList } from '../finding-list';
import { routeHref } from '../route-href';
import { useSaveEdits } from '../use-save-edits';
import { BackEndTab } from './back-end/back-end-tab';
import { JsonTab } from './json-tab';
import { MappingsTab } from './mappings-tab';
import { MethodTab } from './method-tab';
import { ResponsesTab } from './responses-tab';
import { TabList } from './tab-list';
import { changedParts, type Tab, tabOf } from './tab-names';
import { TheirChange } from './their-change';
import { useFindings } from './use-findings';
import { useRouteState } from './use-route-state';

/** The editor of one route: one state, its tabs, and the save into the draft. */
export function RouteEditor({
  route,
  start,
  restApiId,
  draft,
  actions,
  initialTab,
}: {
  route: RouteView;
  /** What a route that isn't there yet begins with. */
  start: Method;
  restApiId: string;
  draft: CurrentDraft | null;
  /** Null: the reader may only look. */
  actions: EditActions | null;
  initialTab: Tab;
}) {
  const { path, verb, facts } = route;
  const router = useRouter();
  const state = useRouteState({
    path,
    storageKey: `gatehouse:route ${verb} ${path}`,
    saved: route.method,
    start,
    region: route.region,
  });
  const { save, pending, result, forget } = useSaveEdits(actions, draft);
  const [tab, setTab] = useState(initialTab);
  const [badJson, setBadJson] = useState(false);
  const [showAll, setShowAll] = useState(false);
  const isNew = route.method === null;
  const mayEdit = actions !== null;
  const changed = state.unsaved || isNew;
  const target = draft ? `#${draft.number}` : 'a new change set';
  const findings = useFindings(route, state.method);
  useLeaveWarning(mayEdit && state.unsaved, 'Leave this page? Your edits are not saved yet.', { query: true });

  function choose(next: Tab) {
    if (next === tab) return;
    if (
      tab === 'json' &&
      badJson &&
      !window.confirm('The JSON is not right yet, and its last edits would be lost. Go on?')
    )
      return;
    setBadJson(false);
    setTab(next);
    window.history.replaceState(window.history.state, '', routeHref({ path, verb, tab: next }));
  }

  function submit() {
    if (!mayEdit || !changed || pending) return;
    if (Object.keys(state.problems).length > 0) {
      setShowAll(true);
      choose('back-end');
      // After the fields have learned what is wrong with them.
      setTimeout(() => document.querySelector<HTMLElement>('#route-tab [aria-invalid="true"]')?.focus());
      return;
    }
    if (badJson) return;
    const { method } = state;
    const parts = isNew ? ['new route'] : changedParts(state.base, method);
    save(
      [{ op: 'put', subject: { kind: 'method', path, verb }, value: method }],
      `${verb} ${path}: ${parts.join(', ') || 'edited'}`.slice(0, 300),
      () => {
        state.markSaved();
        setShowAll(false);
      },
      // What the server has by now decides whether somebody else edited this route meanwhile.
      () => router.refresh(),
    );
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      submit();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  const refused = new Set(
    result && !result.ok
      ? (['method', 'integration'] as const).flatMap((kind) =>
          result.fields?.[subjectKey({ kind, path, verb })] ? [tabOf({ rule: '', subject: { kind, path, verb } })] : [],
        )
      : [],
  );
  const marked = new Set<Tab>([
    ...refused,
    ...findings.filter(({ severity }) => severity !== 'hint').map(tabOf),
    ...(showAll && Object.keys(state.problems).length > 0 ? (['back-end'] as const) : []),
  ]);

  return (
    <>
      <div className="sticky top-(--bar-height) z-10 -mx-4 mb-4 flex flex-wrap items-center gap-x-4 border-line border-b bg-canvas px-4 lg:-mx-6 lg:px-6">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <TabList current={tab} marked={marked} onChoose={choose} />
        </div>
        {mayEdit ? (
          <div className="flex items-center gap-2 py-1 max-sm:w-full">
            <span role="status" className="mr-auto text-ink-muted text-xs">
              {state.unsaved ? 'Unsaved edits' : isNew ? 'Not saved yet' : ''}
            </span>
            {state.unsaved && !isNew ? (
              <Button
                size="sm"
                variant="ghost"
                onClick={() => {
                  forget();
                  state.reset(state.base ?? start);
                }}
              >
                Discard
              </Button>
            ) : null}
            <Button
              variant={changed ? 'primary' : 'secondary'}
              pending={pending}
              disabled={!changed}
              onClick={submit}
              aria-keyshortcuts="Control+S Meta+S"
            >
              Save to {target}
              <span className="max-md:hidden" aria-hidden="true">
                <Kbd>Ctrl S</Kbd>
              </span>
            </Button>
          </div>
        ) : null}
      </div>
      <div className="mb-4 grid gap-3 empty:hidden">
        {state.restored ? (
          <Notice
            title="Your unsaved edits are back"
            action={
              <Button size="sm" onClick={() => state.reset(state.base ?? start)}>
                Start over
              </Button>
            }
          >
            They were typed in this tab before and not saved.
          </Notice>
        ) : null}
        {state.theirs ? (
          <TheirChange
            mine={state.method}
            theirs={state.theirs}
            onMine={() => {
              forget();
              state.keepMine();
            }}
            onTheirs={() => {
              forget();
              state.reset(state.theirs ?? start, state.theirs);
            }}
          />
        ) : (
          <FormMessage result={result} />
        )}
      </div>
      <div id="route-tab" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <FindingList
          label="Findings"
          titled={false}
          findings={findings.filter((finding) => tabOf(finding) === tab && !isInForm(finding, state.problems))}
          className="mb-4 rounded-lg border border-line bg-surface px-3 py-2.5"
        />
        <fieldset disabled={!mayEdit} className="min-w-0">
          <legend className="sr-only">{`${verb} ${path}`}</legend>
          {tab === 'back-end' ? (
            <BackEndTab
              method={state.method}
              backEnd={state.backEnd}
              problems={state.problems}
              showAll={showAll}
              facts={facts}
              gateway={{ restApiId, region: route.region }}
              onKind={state.setKind}
              onBackEnd={state.setBackEnd}
              onMethod={state.setMethod}
            />
          ) : tab === 'mappings' ? (
            <MappingsTab method={state.method} onChange={state.setMethod} facts={facts} readOnly={!mayEdit} />
          ) : tab === 'method' ? (
            <MethodTab method={state.method} onChange={state.setMethod} facts={facts} />
          ) : tab === 'responses' ? (
            <ResponsesTab method={state.method} onChange={state.setMethod} facts={facts} />
          ) : tab === 'json' ? (
            <JsonTab method={state.method} onChange={state.setMethod} onProblems={setBadJson} />
          ) : null}
        </fieldset>
      </div>
    </>
  );
}

/** What the fields of the back end say themselves, with what to do about it, needs no line above them. */
function isInForm({ subject, severity }: Finding, problems: Record<string, string>): boolean {
  return subject.kind === 'integration' && severity === 'error' && Object.keys(problems).length > 0;
}
