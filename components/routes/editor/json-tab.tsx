'use client';

import { useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Textarea } from '@/components/ui/input';
import type { Method } from '@/lib/gateway/model';
import { type JsonProblem, readJson } from './read-json';

/** The whole route as text, for those who know what they do. What isn't right is named with its line, and can't be saved. */
export function JsonTab({
  method,
  onChange,
  onProblems,
}: {
  method: Method;
  onChange: (method: Method) => void;
  /** Whether the text stands in the way of a save. */
  onProblems: (some: boolean) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => JSON.stringify(method, null, 2));
  const [problems, setProblems] = useState<JsonProblem[]>([]);

  function change(next: string) {
    setText(next);
    const read = readJson(next);
    setProblems(read.ok ? [] : read.problems);
    onProblems(!read.ok);
    if (read.ok) onChange(read.method);
  }

  function goTo({ line, column }: JsonProblem) {
    const lines = text.split('\n');
    const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    // Browsers don't scroll to the caret by themselves.
    area.current?.scrollTo({ top: (line - 4) * 20 });
  }

  return (
    <Card
      title="The route as JSON"
      description="In Gatehouse's own canonical form; every field is always there."
      actions={<CopyButton value={text} label="the JSON" />}
    >
      <div role="status">
        {problems.length === 0 ? null : (
          <ul aria-label="Problems of the text" className="mb-2 grid gap-0.5">
            {problems.slice(0, 8).map((problem) => (
              <li key={`${problem.line}:${problem.column} ${problem.sentence}`} className="text-red text-sm">
                <button type="button" onClick={() => goTo(problem)} className="text-left hover:underline">
                  Line {problem.line}: {problem.sentence}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Textarea
        ref={area}
        aria-label="The route as JSON"
        aria-invalid={problems.length > 0 || undefined}
        value={text}
        onChange={(event) => change(event.target.value)}
        rows={Math.min(40, text.split('\n').length + 1)}
        spellCheck={false}
        wrap="off"
        className="overflow-auto font-mono text-xs! leading-5"
      />
    </Card>
  );
}
