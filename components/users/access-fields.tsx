'use client';

import { useState } from 'react';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import type { Role } from '@/lib/auth/roles';

const roleHints: Record<Role, string> = {
  viewer: 'Looks, changes nothing.',
  operator: 'Onboards tenants, changes routes, deploys.',
  administrator: 'All that, and manages users and settings.',
};

export interface AccessOptions {
  tenants: { slug: string; name: string }[];
  stages: string[];
}

export interface AccessValues {
  role: Role;
  tenants: readonly string[] | null;
  stages: readonly string[] | null;
}

/** Role and limits. `roleNote` says why the role can't be chosen here. */
export function AccessFields({
  initial,
  options,
  fields,
  roleNote = null,
}: {
  initial: AccessValues;
  options: AccessOptions;
  fields: Record<string, string>;
  roleNote?: string | null;
}) {
  const [role, setRole] = useState<Role>(initial.role);
  const [tenants, setTenants] = useState<'all' | 'some'>(initial.tenants === null ? 'all' : 'some');
  const [stages, setStages] = useState<'all' | 'some'>(initial.stages === null ? 'all' : 'some');
  return (
    <>
      {roleNote === null ? (
        <ChoiceGroup legend="Role" error={fields.role} columns={3}>
          {(Object.keys(roleHints) as Role[]).map((one) => (
            <ChoiceCard
              key={one}
              name="role"
              value={one}
              label={one}
              hint={roleHints[one]}
              checked={role === one}
              onChange={() => setRole(one)}
            />
          ))}
        </ChoiceGroup>
      ) : (
        <div className="text-sm">
          <p className="font-medium">Role</p>
          <p className="text-ink-muted">
            {role}. {roleNote}
          </p>
          <input type="hidden" name="role" value={role} />
        </div>
      )}
      {role === 'administrator' ? (
        <>
          <p className="text-ink-muted text-sm">Administrators deal with all tenants and all stages.</p>
          <input type="hidden" name="tenants" value="all" />
          <input type="hidden" name="stages" value="all" />
        </>
      ) : (
        <>
          <ChoiceGroup legend="Tenants" error={fields.tenants ?? fields.tenantSlugs} columns={2}>
            <ChoiceCard
              name="tenants"
              value="all"
              label="All tenants"
              hint="Those to come, too."
              checked={tenants === 'all'}
              onChange={() => setTenants('all')}
            />
            <ChoiceCard
              name="tenants"
              value="some"
              label="Some tenants only"
              hint="Routes and stages, which all share, are then only looked at."
              checked={tenants === 'some'}
              onChange={() => setTenants('some')}
            />
          </ChoiceGroup>
          {tenants === 'some' ? (
            <Checks
              legend="Which tenants"
              name="tenantSlugs"
              none="There are no tenants yet."
              chosen={initial.tenants ?? []}
              items={options.tenants.map(({ slug, name }) => ({ value: slug, label: name, hint: slug }))}
            />
          ) : null}
          {role === 'operator' && tenants === 'all' ? (
            <>
              <ChoiceGroup legend="Deploys to" error={fields.stages ?? fields.stageNames} columns={2}>
                <ChoiceCard
                  name="stages"
                  value="all"
                  label="All stages"
                  checked={stages === 'all'}
                  onChange={() => setStages('all')}
                />
                <ChoiceCard
                  name="stages"
                  value="some"
                  label="Some stages only"
                  checked={stages === 'some'}
                  onChange={() => setStages('some')}
                />
              </ChoiceGroup>
              {stages === 'some' ? (
                <Checks
                  legend="Which stages"
                  name="stageNames"
                  none="The gateway has no stages yet."
                  chosen={initial.stages ?? []}
                  items={[...new Set([...options.stages, ...(initial.stages ?? [])])].map((value) => ({
                    value,
                    label: value,
                  }))}
                />
              ) : null}
            </>
          ) : (
            <input type="hidden" name="stages" value="all" />
          )}
        </>
      )}
    </>
  );
}

function Checks({
  legend,
  name,
  none,
  items,
  chosen,
}: {
  legend: string;
  name: string;
  none: string;
  items: { value: string; label: string; hint?: string }[];
  chosen: readonly string[];
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {items.length === 0 ? <p className="text-ink-muted text-sm">{none}</p> : null}
      <div className="grid max-h-52 gap-x-4 overflow-y-auto rounded-lg border border-line px-3 py-1.5 empty:hidden sm:grid-cols-2">
        {items.map(({ value, label, hint }) => (
          <label key={value} className="flex min-w-0 items-center gap-2 py-1 text-sm">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 truncate">
              {label} {hint ? <span className="text-ink-muted text-xs">{hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
