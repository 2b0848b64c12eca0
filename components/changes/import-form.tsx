'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

/** AWS's own limit for an OpenAPI document. */
const maxBytes = 6 * 1_024 * 1_024;

/** Takes an OpenAPI document, as a file or as text, and makes a change set of it. */
export function ImportForm({
  action,
}: {
  action: (
    previous: null,
    form: FormData,
  ) => Promise<ActionResult<{ number: number; warnings: string[]; differences: number }>>;
}) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [textProblem, setTextProblem] = useState<string | null>(null);
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  const [pending, startTransition] = useTransition();
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};
  const places = Object.entries(fields).filter(([field]) => !['text', 'mode', 'name'].includes(field));

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setFileProblem(file.size > maxBytes ? 'The file is larger than 6 MB, which is all that AWS takes.' : null);
    if (file.size <= maxBytes) setText(await file.text());
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // The server would not even read it.
    const tooLarge = new Blob([text]).size > maxBytes;
    setTextProblem(tooLarge ? 'The document is larger than 6 MB, which is all that AWS takes.' : null);
    if (tooLarge) return;
    const form = new FormData(event.currentTarget);
    form.delete('file');
    startTransition(async () => {
      const answer = await action(null, form).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; nothing was changed.',
      }));
      setResult(answer);
      if (answer.ok) router.push(`/changes/${answer.data.number}`);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-3xl gap-5">
      <Field name="file" label="File" optional hint="JSON or YAML, OpenAPI 3.0 or Swagger 2.0." error={fileProblem}>
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".json,.yaml,.yml,application/json,application/yaml"
            onChange={read}
            className="py-1 file:mr-3 file:rounded file:border file:border-line-strong file:bg-sunken file:px-2 file:font-medium file:text-xs"
          />
        )}
      </Field>
      <Field name="text" label="Document" error={textProblem ?? fields.text}>
        {(control) => (
          <Textarea
            {...control}
            rows={14}
            value={text}
            onChange={(event) => setText(event.target.value)}
            spellCheck={false}
            className="font-mono text-xs"
            placeholder="openapi: 3.0.1"
          />
        )}
      </Field>
      <ChoiceGroup legend="What is not in the document" error={fields.mode}>
        <ChoiceCard
          name="mode"
          value="merge"
          defaultChecked
          label="It stays as it is"
          hint="Routes of the document are added or replaced."
        />
        <ChoiceCard
          name="mode"
          value="overwrite"
          label="It is removed"
          hint="The gateway becomes what the document says. The review lists every route that goes."
        />
      </ChoiceGroup>
      <Field name="name" label="Name of the change set" error={fields.name}>
        {(control) => <Input {...control} defaultValue="Import of an OpenAPI document" maxLength={120} />}
      </Field>
      <FormMessage result={result} />
      {places.length > 0 ? (
        <ul
          aria-label="Problems in the document"
          className="grid gap-1.5 rounded-lg border border-red-line px-3 py-2.5 text-sm"
        >
          {places.map(([place, sentence]) => (
            <li key={place} className="break-name">
              <code className="mr-1 rounded bg-sunken px-1 text-xs">{place}</code> {sentence}
            </li>
          ))}
        </ul>
      ) : null}
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        Make a change set of it
      </Button>
    </form>
  );
}
