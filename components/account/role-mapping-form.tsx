'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { RoleRule } from '@/lib/auth/oidc/claims';
import { type Role, roles } from '@/lib/auth/roles';

interface Row extends RoleRule {
  key: number;
}

/** Which value of the claim stands for which role. The highest of somebody's roles counts. */
export function RoleMappingForm({
  rules,
  action,
}: {
  rules: RoleRule[];
  action: (previous: null, input: { rules: RoleRule[] }) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const nextKey = useRef(rules.length);
  const [rows, setRows] = useState<Row[]>(() => rules.map((rule, key) => ({ ...rule, key })));
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  const [pending, startTransition] = useTransition();
  const fields = result && !result.ok ? result.fields : undefined;
  const change = (key: number, part: Partial<RoleRule>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const save = () =>
    startTransition(async () => {
      const answer = await action(null, { rules: rows.map(({ value, role }) => ({ value, role })) }).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
      }));
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    });

  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {rows.length === 0 ? (
        <p className="text-ink-muted text-sm">
          No value stands for a role yet: nobody gets in with the identity provider.
        </p>
      ) : (
        <ul className="grid gap-2" aria-label="Roles by claim">
          {rows.map((row, index) => {
            const error = fields?.[`rules.${index}.value`];
            return (
              <li key={row.key} className="grid gap-1">
                <div className="flex flex-wrap items-center gap-2">
                  <Input
                    aria-label={`Value of the claim, line ${index + 1}`}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `rule-${row.key}-error` : undefined}
                    value={row.value}
                    onChange={(event) => change(row.key, { value: event.target.value })}
                    className="min-w-0 flex-1 basis-48"
                    mono
                  />
                  <Select
                    aria-label={`Role, line ${index + 1}`}
                    value={row.role}
                    onChange={(event) => change(row.key, { role: event.target.value as Role })}
                    className="w-40"
                  >
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {role}
                      </option>
                    ))}
                  </Select>
                  <Button
                    icon="trash"
                    iconOnly
                    variant="ghost"
                    aria-label={`Remove line ${index + 1}`}
                    onClick={() => {
                      setRows((all) => all.filter(({ key }) => key !== row.key));
                      setResult(null);
                    }}
                  />
                </div>
                <p id={`rule-${row.key}-error`} role="status" className="text-red text-xs empty:hidden">
                  {error}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {fields && Object.keys(fields).some((name) => name.endsWith('.value')) ? null : <FormMessage result={result} />}
      <div className="flex flex-wrap gap-2">
        <Button
          icon="plus"
          onClick={() => {
            const key = nextKey.current++;
            setRows((all) => [...all, { key, value: '', role: 'viewer' }]);
          }}
        >
          Add a line
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          Save roles
        </Button>
      </div>
    </form>
  );
}
