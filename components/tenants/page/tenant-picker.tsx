'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type FoundTenant, findTenants } from '@/components/layout/find-tenants';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface Props {
  /** The form's field, which gets the slug. */
  name: string;
  label: string;
  /** The tenant that isn't offered. */
  except: string;
  error: string | undefined;
}

/** Chooses one of the tenants that one may see, by part of a name, slug or hostname; by keyboard as a combobox of ARIA's. */
export function TenantPicker({ name, label, except, error }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<FoundTenant | null>(null);
  const [found, setFound] = useState<FoundTenant[]>([]);
  const [state, setState] = useState<'idle' | 'searching' | 'failed'>('searching');
  const [at, setAt] = useState(0);
  const request = useRef<AbortController>(null);

  async function search(wanted: string) {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    setState('searching');
    try {
      const tenants = await findTenants(wanted, controller.signal);
      if (controller.signal.aborted) return;
      setFound(tenants.filter(({ slug }) => slug !== except));
      setAt(0);
      setState('idle');
    } catch {
      if (controller.signal.aborted) return;
      setFound([]);
      setState('failed');
    }
  }
  // The first few are there at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    search('');
    return () => request.current?.abort();
  }, []);

  const choose = (tenant: FoundTenant) => {
    setChosen(tenant);
    setText(tenant.name);
  };
  const open = chosen === null;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (!open || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    const tenant = found[at];
    // While a search runs, the list answers an earlier one: nothing of it was meant.
    if (tenant === undefined || state !== 'idle') return;
    if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
    else choose(tenant);
  }

  return (
    <Field
      name={name}
      label={label}
      hint={chosen === null ? 'Part of a name, slug or hostname.' : `Its slug is ${chosen.slug}.`}
      error={error}
    >
      {({ name: field, ...control }) => {
        const idOf = (slug: string) => `${control.id}-${slug}`;
        return (
          <>
            <input type="hidden" name={field} value={chosen?.slug ?? ''} />
            <Input
              {...control}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={open && found.length > 0}
              aria-controls={`${control.id}-list`}
              aria-activedescendant={open && found[at] !== undefined ? idOf(found[at].slug) : undefined}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                setText(event.target.value);
                setChosen(null);
                search(event.target.value);
              }}
            />
            <div
              id={`${control.id}-list`}
              role="listbox"
              aria-label={label}
              hidden={!open || found.length === 0}
              aria-busy={state === 'searching'}
              className="mt-1 max-h-52 overflow-auto rounded-md border border-line p-1 aria-busy:opacity-60"
            >
              {found.map((tenant, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
                <div
                  key={tenant.slug}
                  id={idOf(tenant.slug)}
                  role="option"
                  aria-selected={index === at}
                  onClick={() => choose(tenant)}
                  onPointerMove={() => setAt(index)}
                  className={cn(
                    'flex min-h-8 cursor-pointer items-center gap-3 rounded-md px-2 py-1 text-sm',
                    index === at && 'bg-accent-soft text-accent',
                  )}
                >
                  <span className="min-w-0 flex-1 truncate">{tenant.name}</span>
                  <span className="min-w-0 truncate text-ink-muted text-xs">{tenant.slug}</span>
                </div>
              ))}
            </div>
            {open && found.length === 0 ? (
              <p role="status" className="mt-1 text-ink-muted text-xs">
                {state === 'searching'
                  ? 'Searching…'
                  : state === 'failed'
                    ? 'The search did not work. Type again.'
                    : 'No other tenant matches.'}
              </p>
            ) : null}
          </>
        );
      }}
    </Field>
  );
}
