'use client';

import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { decodeFile } from '@/lib/batches/decode-file';
import { maxBatchFile, maxBatchRows } from '@/lib/batches/model';
import { downloadText } from './download-text';

/** Takes a file, dropped or chosen, and hands its text over. */
export function FileDrop({
  template,
  pending,
  onText,
  onRefusal,
}: {
  template: string;
  pending: boolean;
  onText: (name: string, text: string) => void;
  onRefusal: (sentence: string, fix: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    // In UTF-16 a character takes two bytes.
    if (file.size > 2 * maxBatchFile) {
      onRefusal(`${file.name} is larger than 1 MB.`, 'Split it: each part becomes a batch of its own.');
      return;
    }
    onText(file.name, decodeFile(new Uint8Array(await file.arrayBuffer())));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button within does the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-10 text-center',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      <Icon name="table" className="size-6 text-ink-muted" />
      <div>
        <p className="font-medium">Drop a CSV file here, or choose one</p>
        <p className="mt-1 max-w-md text-ink-muted text-sm">
          At most {maxBatchRows} rows. Commas, semicolons or tabs; columns in any order. Name and hostname are needed,
          the rest has defaults.
        </p>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file, corrected, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="primary" pending={pending} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button icon="download" onClick={() => downloadText('tenants.csv', template)}>
          Download the template
        </Button>
      </div>
    </div>
  );
}
