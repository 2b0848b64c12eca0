'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { suggestSlug } from '@/lib/tenants/suggest-slug';
import type { UnownedHost, UnownedThing } from '@/lib/tenants/unowned/model';
import type { AssignUnownedInput } from '@/lib/tenants/unowned/schemas';
import { UnownedHosts } from './unowned-hosts';

export type AssignUnownedAction = (
  previous: null,
  input: AssignUnownedInput,
) => Promise<ActionResult<{ slug: string; adopted: string[]; tagged: string[] }>>;

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Read the page again before you try again: the answer may have been lost on its way back.',
};

/** What is unowned, with boxes to tick, and whose it becomes. */
export function UnownedForm({
  hosts,
  tenants,
  action,
}: {
  hosts: UnownedHost[];
  tenants: { slug: string; name: string }[];
  action: AssignUnownedAction;
}) {
  const router = useRouter();
  const [chosen, setChosen] = useState<string[]>([]);
  const [served, setServed] = useState<Record<string, string>>({});
  const [kind, setKind] = useState<'existing' | 'new'>(tenants.length === 0 ? 'new' : 'existing');
  const [slug, setSlug] = useState('');
  const [name, setName] = useState('');
  const [newSlug, setNewSlug] = useState<string | null>(null);
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  const [pending, startTransition] = useTransition();
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};
  // What is gone from the list by now is not chosen any more.
  const ids = hosts.flatMap((host) => host.things.filter((thing) => canChoose(host, thing)).map((thing) => thing.id));
  const ticked = chosen.filter((id) => ids.includes(id));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input: AssignUnownedInput = {
      tenant: kind === 'existing' ? { kind, slug } : { kind, slug: newSlug ?? suggestSlug(name), name },
      domains: hosts
        .filter((host) => host.assignable !== null && ticked.includes(host.hostname))
        .map((host) => ({
          name: host.hostname,
          hostnames: host.assignable === 'wildcard' ? lines(served[host.hostname] ?? host.served.join('\n')) : [],
        })),
      certificates: ticked.filter((id) => id.startsWith('arn:')),
    };
    startTransition(async () => {
      const answer = await action(null, input).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setChosen([]);
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <UnownedHosts
        hosts={hosts}
        choose={(host, thing) =>
          canChoose(host, thing) ? (
            <input
              type="checkbox"
              aria-label={`Assign ${thing.id}`}
              className="size-4 accent-accent"
              checked={ticked.includes(thing.id)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...ticked, thing.id] : ticked.filter((id) => id !== thing.id))
              }
            />
          ) : null
        }
        more={(host) =>
          host.assignable === 'wildcard' && ticked.includes(host.hostname) ? (
            <div className="border-line border-t p-4">
              <Field
                name={`hostnames-${host.hostname}`}
                label={`Hostnames that ${host.hostname} serves for the tenant`}
                hint="One a line. The wildcard itself stays everybody's."
                error={fields.hostnames}
              >
                {(control) => (
                  <textarea
                    {...control}
                    rows={4}
                    spellCheck={false}
                    className="w-full rounded-md border border-line-control bg-surface px-2.5 py-1.5 font-mono text-sm"
                    value={served[host.hostname] ?? host.served.join('\n')}
                    onChange={(event) => setServed({ ...served, [host.hostname]: event.target.value })}
                  />
                )}
              </Field>
            </div>
          ) : null
        }
      />
      <Card
        title="Assign to a tenant"
        description="On AWS only tags change. What was not made here stays when the tenant goes."
      >
        <div className="grid gap-4">
          <ChoiceGroup legend="Tenant" columns={2}>
            <ChoiceCard
              name="kind"
              label="An existing one"
              checked={kind === 'existing'}
              disabled={tenants.length === 0}
              onChange={() => setKind('existing')}
            />
            <ChoiceCard name="kind" label="A new one" checked={kind === 'new'} onChange={() => setKind('new')} />
          </ChoiceGroup>
          {kind === 'existing' ? (
            <Field name="slug" label="Which" error={fields['tenant.slug']}>
              {(control) => (
                <Select {...control} value={slug} onChange={(event) => setSlug(event.target.value)}>
                  <option value="">Choose a tenant</option>
                  {tenants.map((tenant) => (
                    <option key={tenant.slug} value={tenant.slug}>
                      {tenant.name} ({tenant.slug})
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : (
            <div className="grid gap-4 sm:grid-cols-2">
              <Field name="name" label="Name" error={fields['tenant.name']}>
                {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
              </Field>
              <Field name="slug" label="Slug" error={fields['tenant.slug']}>
                {(control) => (
                  <Input
                    {...control}
                    mono
                    value={newSlug ?? suggestSlug(name)}
                    onChange={(event) => setNewSlug(event.target.value)}
                  />
                )}
              </Field>
            </div>
          )}
          <FormMessage result={result} />
          <div className="flex flex-wrap items-center justify-end gap-3">
            <span role="status" className="text-ink-muted text-xs">
              {ticked.length === 0 ? 'Nothing is ticked yet' : `${ticked.length} ticked`}
            </span>
            <Button type="submit" variant="primary" pending={pending} disabled={ticked.length === 0}>
              Assign
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}

function canChoose(host: UnownedHost, thing: UnownedThing): boolean {
  if (thing.kind === 'gateway-domain') return host.assignable !== null;
  return thing.kind === 'certificate';
}

function lines(text: string): string[] {
  return text.split(/[\s,]+/).filter((line) => line !== '');
}
