'use client';

import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { type Resource, verbs } from '@/lib/gateway/model';
import { corsNotes, corsOf, withCors, withoutCors } from '@/lib/integrations/cors';
import { type CorsOptions, corsOptionsSchema, corsVerbs, defaultCors } from '@/lib/integrations/cors-options';
import type { CurrentDraft, EditActions } from '../actions';
import { useSaveEdits } from '../use-save-edits';
import { CheckField } from './back-end/check-field';
import { StringList } from './string-list';

/** Lets browsers of other origins call a path: writes its OPTIONS method, and the header where API Gateway can. */
export function CorsDialog({
  path,
  resource,
  actions,
  draft,
  onClose,
}: {
  path: string;
  resource: Resource;
  actions: EditActions;
  draft: CurrentDraft | null;
  onClose: () => void;
}) {
  const before = corsOf(resource);
  const [options, setOptions] = useState<CorsOptions>(before ?? startOf(resource));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { save, pending, result } = useSaveEdits(actions, draft);
  const set = (change: Partial<CorsOptions>) => setOptions({ ...options, ...change });
  const notes = corsNotes(resource, options);
  const replaces = resource.methods.OPTIONS !== undefined && before === null;

  function submit(event: FormEvent) {
    event.preventDefault();
    const parsed = corsOptionsSchema.safeParse(options);
    if (!parsed.success) {
      setProblems(
        Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0] ?? 'origins'), message])),
      );
      return;
    }
    setProblems({});
    const edits = withCors({ path, resource }, parsed.data);
    if (edits.length === 0) return onClose();
    save(edits, `CORS of ${path}`, onClose);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`CORS of ${path}`}
      description="Which pages of other origins may call it from a browser. Written as an OPTIONS method that API Gateway answers by itself."
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormMessage result={result} />
        {replaces ? (
          <Notice tone="amber" title="The OPTIONS method that is there now would be replaced">
            It calls a back end, or answers something that this form can't show.
          </Notice>
        ) : null}
        <StringList
          name="origins"
          required
          label="Origins"
          hint="One a line: https://shop.example.com, or * for all."
          values={options.origins}
          onChange={(origins) => set({ origins })}
          error={problems.origins ?? null}
        />
        <fieldset>
          <legend className="mb-1 font-medium text-sm">Methods</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1.5">
            {corsVerbs.map((verb) => (
              <label key={verb} className="flex items-center gap-1.5 text-sm">
                <input
                  type="checkbox"
                  checked={options.methods.includes(verb)}
                  onChange={(event) =>
                    set({
                      methods: corsVerbs.filter((one) =>
                        one === verb ? event.target.checked : options.methods.includes(one),
                      ),
                    })
                  }
                  className="size-4 accent-accent"
                />
                {verb}
              </label>
            ))}
          </div>
          {problems.methods ? <p className="mt-1 text-red text-xs">{problems.methods}</p> : null}
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <StringList
            name="headers"
            label="Headers that pages may send"
            values={options.headers}
            onChange={(headers) => set({ headers })}
            error={problems.headers ?? null}
          />
          <StringList
            name="exposeHeaders"
            label="Headers that pages may read"
            values={options.exposeHeaders}
            onChange={(exposeHeaders) => set({ exposeHeaders })}
            error={problems.exposeHeaders ?? null}
          />
        </div>
        <Field name="maxAge" label="Browsers remember this for" optional hint="Seconds." error={problems.maxAge}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={86400}
              value={options.maxAge ?? ''}
              onChange={(event) => set({ maxAge: event.target.value === '' ? null : event.target.valueAsNumber })}
            />
          )}
        </Field>
        <CheckField
          label="With cookies and Authorization"
          checked={options.credentials}
          onChange={(credentials) => set({ credentials })}
        />
        {notes.length > 0 ? (
          <Notice tone="blue" title="What is left to the back end">
            <ul>
              {notes.map(({ verb, sentence }) => (
                <li key={verb}>
                  <code>{verb}</code> {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {before ? (
            <Button
              variant="danger"
              className="mr-auto"
              onClick={() => save(withoutCors({ path, resource }), `No CORS of ${path}`, onClose)}
            >
              Take it away
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The methods that the path has, and OPTIONS. */
function startOf(resource: Resource): CorsOptions {
  const has = verbs.filter((verb) => resource.methods[verb]);
  const methods = has.includes('ANY')
    ? [...corsVerbs]
    : corsVerbs.filter((verb) => verb === 'OPTIONS' || has.includes(verb));
  return { ...defaultCors, methods };
}
