'use client';

import { type DragEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { type PemKind, readPemFile } from '@/lib/certificates/import/read-pem-file';

/** A text in PEM format: pasted, or read from a file in the browser, into this field and nowhere else. */
export function PemField({
  name,
  label,
  hint,
  error,
  optional = false,
  begin,
  ref,
  onFile,
}: {
  name: PemKind;
  label: string;
  hint: string;
  error: string | undefined;
  optional?: boolean;
  /** Its first line. */
  begin: string;
  ref: RefObject<HTMLTextAreaElement | null>;
  /** What is wrong with the file that was chosen; null: it is in the field, or somebody types. */
  onFile: (fault: string | null) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (file === undefined) return;
    // Of what is far too large the first part is enough to say so.
    const bytes = new Uint8Array(await file.slice(0, 1_000_000).arrayBuffer());
    const read = readPemFile(name, { name: file.name, bytes });
    if (read.ok && ref.current) ref.current.value = read.text.trim();
    onFile(read.ok ? null : read.sentence);
  }

  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    // Text that is dragged goes its usual way.
    if (file === undefined) return;
    event.preventDefault();
    setOver(false);
    void take(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button within does the same by keyboard
    <div
      className="grid gap-1.5"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field name={name} label={label} hint={hint} error={error} optional={optional}>
        {(control) => (
          <Textarea
            {...control}
            ref={ref}
            rows={5}
            onInput={() => onFile(null)}
            className={cn('font-mono text-xs', over && 'border-accent bg-accent-soft')}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            placeholder={begin}
          />
        )}
      </Field>
      {/* Without a name: the file itself is never sent. */}
      <input
        ref={input}
        type="file"
        accept=".pem,.crt,.cer,.key,.txt"
        aria-label={`File with the ${label.toLowerCase()}`}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file, corrected, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs">
        <Button size="sm" onClick={() => input.current?.click()}>
          Choose a file<span className="sr-only"> with the {label.toLowerCase()}</span>
        </Button>
        or drop it on the field
      </div>
    </div>
  );
}
