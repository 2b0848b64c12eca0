'use client';

import { useId, useState } from 'react';
import { Textarea } from '@/components/ui/input';
import { sameValue } from '@/lib/gateway/same-value';
import type { EditorSide } from './mapping-editor';
import { parseRaw, printRaw } from './raw-text';

/** Mappings as text in AWS's own words. Text that can't be read is kept here and not handed on. */
export function RawMappings({
  label,
  side,
  parameters,
  readOnly,
  onChange,
}: {
  label: string;
  side: EditorSide;
  parameters: Record<string, string>;
  readOnly: boolean;
  onChange: (parameters: Record<string, string>) => void;
}) {
  const id = useId();
  const [text, setText] = useState(() => printRaw(parameters));
  const { parameters: read, problems } = parseRaw(text, side);
  // What came from elsewhere replaces the text; our own changes come back as they left.
  if (!sameValue(read, parameters)) setText(printRaw(parameters));
  const lines = text.split('\n');

  function type(next: string) {
    setText(next);
    // Wrong values go on as well: they show up in the checks and keep the route from being saved.
    onChange(parseRaw(next, side).parameters);
  }

  return (
    <div>
      <Textarea
        aria-label={`${label} as text`}
        aria-invalid={problems.length > 0 ? true : undefined}
        aria-describedby={`${id}-problems`}
        rows={Math.max(4, lines.length + 1)}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        placeholder={
          side === 'request'
            ? 'integration.request.header.X-Tenant = context.domainName'
            : "method.response.header.Cache-Control = 'no-store'"
        }
        className="font-mono text-xs leading-5"
        onChange={(event) => type(event.target.value)}
      />
      <ul id={`${id}-problems`} aria-label={`Problems in ${label}`} className="mt-1 grid gap-1.5">
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column} ${problem.sentence}`} className="text-red text-xs">
            <p>
              Line {problem.line}, column {problem.column}: {problem.sentence}
            </p>
            <pre aria-hidden="true" className="overflow-x-auto font-mono text-ink-muted">
              {lines[problem.line - 1]}
              {'\n'}
              {' '.repeat(problem.column - 1)}
              <span className="text-red">{'^'.repeat(Math.max(1, problem.length))}</span>
            </pre>
          </li>
        ))}
      </ul>
    </div>
  );
}
