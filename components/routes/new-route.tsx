'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useMemo, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type Verb, verbs } from '@/lib/gateway/model';
import { checkNewRoute, normalPath } from '@/lib/routes/check-new-route';
import type { CurrentDraft, EditActions } from './actions';
import { routeHref } from './route-href';
import { useSaveEdits } from './use-save-edits';

type What = 'route' | 'proxy' | 'path';

/** Names what is to be added; the editor then says what it does. A path alone is saved at once. */
export function NewRoute({
  paths,
  parent,
  copy,
  verb: wantedVerb,
  actions,
  draft,
}: {
  paths: [path: string, verbs: Verb[]][];
  /** Where the new route is to be. */
  parent: string;
  /** The route that is to be copied; null begins with nothing. */
  copy: { path: string; verb: Verb } | null;
  /** To add to `parent` itself. */
  verb: Verb | null;
  actions: EditActions;
  draft: CurrentDraft | null;
}) {
  const router = useRouter();
  const known = useMemo(() => new Map(paths), [paths]);
  const [what, setWhat] = useState<What>('route');
  const [typed, setTyped] = useState(copy?.path ?? (wantedVerb ? parent : parent === '/' ? '/' : `${parent}/`));
  const [verb, setVerb] = useState<Verb>(copy?.verb ?? wantedVerb ?? 'GET');
  const [tried, setTried] = useState(false);
  const { save, pending, result } = useSaveEdits(actions, draft);
  const below = normalPath(typed);
  const path = what === 'proxy' ? `${below === '/' ? '' : below}/{proxy+}` : below;
  const chosenVerb = what === 'path' ? null : what === 'proxy' ? 'ANY' : verb;
  const problem = checkNewRoute(known, path, chosenVerb);
  const missing = missingPaths(path, known);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problem) return;
    if (chosenVerb === null) {
      save([{ op: 'put', subject: { kind: 'resource', path }, value: { methods: {} } }], `New path ${path}`, () =>
        router.push('/routes'),
      );
      return;
    }
    const from = copy ? { from: `${copy.verb} ${copy.path}` } : {};
    router.push(`${routeHref({ path, verb: chosenVerb, ...from })}&new=1`);
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-3xl">
      <Card>
        <div className="grid gap-5">
          <FormMessage result={result} />
          {copy ? null : (
            <ChoiceGroup legend="What" columns={3}>
              <ChoiceCard
                name="what"
                label="A route"
                hint="One path and one method."
                checked={what === 'route'}
                onChange={() => setWhat('route')}
              />
              <ChoiceCard
                name="what"
                label="Everything below a path"
                hint="A proxy resource: {proxy+} with all methods."
                checked={what === 'proxy'}
                onChange={() => setWhat('proxy')}
              />
              <ChoiceCard
                name="what"
                label="A path alone"
                hint="To put routes below it later."
                checked={what === 'path'}
                onChange={() => setWhat('path')}
              />
            </ChoiceGroup>
          )}
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
            <Field
              name="path"
              label={what === 'proxy' ? 'Below' : 'Path'}
              hint={
                what === 'proxy'
                  ? `Adds ${path}.`
                  : missing.length > 0
                    ? `With it come ${missing.join(', ')}.`
                    : 'With {name} for a variable part: /orders/{id}.'
              }
              error={tried || (problem !== null && typed.endsWith('}')) ? problem : null}
            >
              {(control) => (
                <>
                  <Input
                    {...control}
                    mono
                    list="known-paths"
                    value={typed}
                    onChange={(event) => setTyped(event.target.value)}
                    autoComplete="off"
                    spellCheck={false}
                  />
                  <datalist id="known-paths">
                    {paths.map(([known]) => (
                      <option key={known} value={known} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            {what === 'route' ? (
              <Field name="verb" label="Method">
                {(control) => (
                  <Select {...control} value={verb} onChange={(event) => setVerb(event.target.value as Verb)}>
                    {verbs.map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                  </Select>
                )}
              </Field>
            ) : null}
          </div>
          <div className="flex justify-end gap-2">
            <ButtonLink href="/routes">Cancel</ButtonLink>
            <Button type="submit" variant="primary" pending={pending}>
              {what === 'path' ? 'Save the path' : 'Continue'}
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}

/** Paths in between that have to be made, too. */
function missingPaths(path: string, known: ReadonlyMap<string, unknown>): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`).filter((above) => !known.has(above));
}
