'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { Method, Verb } from '@/lib/gateway/model';
import { sampleRequest } from '@/lib/gateway/preview-request';
import { answerOriginWords, previewResponse } from '@/lib/gateway/preview-response';
import type { RouteFacts } from '@/lib/routes/model';
import { parseHeaderLines } from './header-lines';
import { MessageParts } from './message-parts';
import { SentHeaders } from './sent-headers';
import { useRender } from './use-render';

/** A sample answer of the back end on the left, what the client gets of it on the right. */
export function ResponsePreview({
  path,
  verb,
  method,
  facts,
}: {
  path: string;
  verb: Verb;
  method: Method;
  facts: RouteFacts;
}) {
  const [status, setStatus] = useState('200');
  const [headers, setHeaders] = useState('Content-Type: application/json');
  const [body, setBody] = useState('{"id": 42}');
  const render = useRender(
    Object.values(method.integration?.responses ?? {}).some(({ templates }) => Object.keys(templates).length > 0),
  );
  const [stage] = facts.stages;
  const preview = previewResponse({
    api: facts.api,
    path,
    verb,
    method,
    request: sampleRequest(path, verb, method, facts.domains[0]?.name),
    stageVariables: stage?.variables ?? {},
    answer: { status: Number(status) || 0, headers: parseHeaderLines(headers), body },
    ...(stage ? { stage: stage.name } : {}),
    ...(render ? { render } : {}),
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <section aria-label="Sample answer" className="grid gap-3 rounded-lg border border-line p-3">
        <h3 className="font-medium text-sm">When the back end answers</h3>
        <Field name="answer-status" label="Status">
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={3}
              className="w-24"
              value={status}
              onChange={(event) => setStatus(event.target.value)}
            />
          )}
        </Field>
        <Field name="answer-headers" label="Headers" hint="One a line: Name: value">
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={headers}
              spellCheck={false}
              className="font-mono text-xs"
              onChange={(event) => setHeaders(event.target.value)}
            />
          )}
        </Field>
        <Field name="answer-body" label="Body">
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              value={body}
              spellCheck={false}
              className="font-mono text-xs"
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
      </section>
      <section
        aria-label="What the client gets"
        aria-live="polite"
        className="grid gap-3 rounded-lg border border-line bg-sunken p-3"
      >
        <h3 className="font-medium text-sm">the client gets {preview.status}</h3>
        {preview.selected ? <p className="text-ink-muted text-xs">{preview.selected.sentence}</p> : null}
        <SentHeaders headers={preview.headers} words={answerOriginWords} />
        <MessageParts body={preview.body} notes={preview.notes} />
      </section>
    </div>
  );
}
