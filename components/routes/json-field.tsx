'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { canonicalJson } from '@/lib/gateway/canonicalise/json-text';

/** JSON as readable text; handed on as snapshots have it, so that spaces are no change. What isn't JSON is handed on as it is. */
export function JsonField({
  name,
  label,
  hint,
  value,
  onChange,
  error,
  rows = 3,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error: string | undefined;
  /** At least. */
  rows?: number;
}) {
  const [text, setText] = useState(() => (value === null ? '' : readable(value)));
  return (
    <Field name={name} label={label} hint={hint} optional error={error}>
      {(control) => (
        <Textarea
          {...control}
          rows={Math.min(20, Math.max(rows, text.split('\n').length))}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(canonicalJson(event.target.value));
          }}
          spellCheck={false}
          className="font-mono"
        />
      )}
    </Field>
  );
}

function readable(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
