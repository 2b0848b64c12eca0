'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { type VariableRow, variableEdits, variableProblems } from './variable-edits';

export type SaveEditsAction = (
  previous: null,
  input: { number: null; version: null; edits: ReturnType<typeof variableEdits>; summary: string },
) => Promise<ActionResult<{ number: number }>>;

/** Edits a stage's variables; what is saved goes into the draft, like every other edit of the gateway. */
export function VariablesDialog({
  stage,
  variables,
  action,
}: {
  stage: string;
  variables: Record<string, string>;
  action: SaveEditsAction;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState<VariableRow[]>([]);
  const [result, setResult] = useState<ActionResult<{ number: number }> | null>(null);
  const [checked, setChecked] = useState(false);
  const [pending, startTransition] = useTransition();
  const problems = checked ? variableProblems(rows) : {};
  const edits = variableEdits(stage, variables, rows);

  function begin() {
    setRows(Object.entries(variables).map(([name, value], id) => ({ id, name, value })));
    setResult(null);
    setChecked(false);
    setOpen(true);
  }

  function change(id: number, part: Partial<VariableRow>) {
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  }

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(variableProblems(rows)).length > 0) return;
    startTransition(async () => {
      const summary = `Stage ${stage}: variables`;
      const answer = await action(null, { number: null, version: null, edits, summary }).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; saving twice does no harm.',
      }));
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setOpen(false);
      router.push(`/changes/${answer.data.number}`);
    });
  }

  return (
    <>
      <Button size="sm" icon="pencil" onClick={begin}>
        Edit variables
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="lg"
        title={`Variables of ${stage}`}
        description="Routes use them as ${stageVariables.name}. Saving puts the change into a draft; applying it there changes live traffic at once, without a deployment."
      >
        <form onSubmit={save} noValidate className="grid gap-3">
          <ul aria-label="Variables" className="grid gap-2">
            {rows.map((row, index) => (
              <li key={row.id} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2">
                <VariableInput
                  label={`Name of variable ${index + 1}`}
                  value={row.name}
                  error={problems[row.id]?.name}
                  onChange={(name) => change(row.id, { name })}
                />
                <VariableInput
                  label={`Value of ${row.name || `variable ${index + 1}`}`}
                  value={row.value}
                  error={problems[row.id]?.value}
                  onChange={(value) => change(row.id, { value })}
                />
                <Button
                  variant="ghost"
                  icon="trash"
                  iconOnly
                  aria-label={`Remove ${row.name || `variable ${index + 1}`}`}
                  onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
                />
              </li>
            ))}
          </ul>
          {rows.length === 0 ? <p className="text-ink-muted text-sm">No variables yet.</p> : null}
          <Button
            size="sm"
            icon="plus"
            className="justify-self-start"
            onClick={() =>
              setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, name: '', value: '' }])
            }
          >
            Add variable
          </Button>
          <FormMessage result={result} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="primary" pending={pending} disabled={edits.length === 0}>
              Save to the draft
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function VariableInput({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <div className="min-w-0">
      <Input
        mono
        aria-label={label}
        aria-invalid={error ? true : undefined}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <p role="status" className="text-red text-xs">
        {error}
      </p>
    </div>
  );
}
