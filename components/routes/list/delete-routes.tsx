'use client';

import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { Edit } from '@/lib/gateway/edits';
import type { Verb } from '@/lib/gateway/model';
import type { Reach } from '@/lib/routes/model';
import type { CurrentDraft, EditActions } from '../actions';
import { useSaveEdits } from '../use-save-edits';
import { VerbLabel } from '../verb-label';

export interface Deletion {
  path: string;
  /** Null: the path with everything below it. */
  verb: Verb | null;
  /** The routes that go. */
  routes: { path: string; verb: Verb }[];
  /** Paths that go, this one included; none when only a route goes. */
  paths: number;
}

/** Shows what a deletion takes along, and asks for the path once more where that is more than one route. */
export function DeleteRoutes({
  deletion,
  reach,
  actions,
  draft,
  onClose,
  onDeleted,
}: {
  deletion: Deletion;
  reach: Reach;
  actions: EditActions;
  draft: CurrentDraft | null;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { path, verb, routes, paths } = deletion;
  const { save, pending, result } = useSaveEdits(actions, draft);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const what = verb === null ? path : `${verb} ${path}`;
  const confirms = routes.length > 1;

  function remove(event: FormEvent) {
    event.preventDefault();
    if (confirms && typed.trim() !== path) return setRefused(true);
    const edit: Edit =
      verb === null
        ? { op: 'remove', subject: { kind: 'resource', path } }
        : { op: 'remove', subject: { kind: 'method', path, verb } };
    save([edit], `Delete ${what}`, () => {
      onClose();
      onDeleted?.();
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Delete ${what}`}
      description="The deletion goes into the change set; nothing happens at AWS until that is applied."
    >
      <form onSubmit={remove} noValidate className="grid gap-4">
        <div>
          <p className="mb-1.5 text-sm">
            {routes.length === 0
              ? 'No route goes: the path has none.'
              : routes.length === 1
                ? 'One route goes:'
                : `${routes.length} routes on ${paths} paths go:`}
          </p>
          {routes.length === 0 ? null : (
            <section
              aria-label="Routes that go"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
              tabIndex={0}
              className="max-h-48 overflow-auto rounded-md border border-line bg-sunken px-3 py-1.5"
            >
              <ul>
                {routes.map((route) => (
                  <li
                    key={`${route.path} ${route.verb}`}
                    className="grid grid-cols-[4.5rem_minmax(0,1fr)] py-0.5 text-xs"
                  >
                    <VerbLabel verb={route.verb} />
                    <code className="break-name">{route.path}</code>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {routes.length > 0 && reach.domains > 0 ? (
          <Notice tone="amber" title={reachSentence(reach)}>
            {reach.names.join(', ')}
            {reach.domains > reach.names.length ? ` and ${reach.domains - reach.names.length} more` : ''}. They lose the
            routes with the next deployment.
          </Notice>
        ) : null}
        <FormMessage result={result} />
        {confirms ? (
          <Field
            name="path"
            label={
              <span>
                Type <code>{path}</code> to confirm
              </span>
            }
            error={refused && typed.trim() !== path ? 'That is not the path.' : null}
          >
            {(control) => (
              <Input
                {...control}
                mono
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={pending}>
            {verb === null ? 'Delete path' : 'Delete route'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function reachSentence({ domains, tenants }: Reach): string {
  const of = tenants === 1 ? 'one tenant' : `${tenants} tenants`;
  return domains === 1 ? `One domain of ${of} leads here` : `${domains} domains of ${of} lead here`;
}
