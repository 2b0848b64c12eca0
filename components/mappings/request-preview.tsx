'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Method, Verb } from '@/lib/gateway/model';
import {
  originWords,
  type RequestPreview as Preview,
  previewRequest,
  type SampleRequest,
  sampleRequest,
} from '@/lib/gateway/preview-request';
import type { RouteFacts } from '@/lib/routes/model';
import { parseHeaderLines, printHeaderLines } from './header-lines';
import { MessageParts } from './message-parts';
import { SentHeaders } from './sent-headers';
import { useRender } from './use-render';

/** A sample request on the left, what the back end gets of it on the right, as the method stands in the editor. */
export function RequestPreview({
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
  const [sample, setSample] = useState<SampleRequest>(() => sampleRequest(path, verb, method, facts.domains[0]?.name));
  const [stage, setStage] = useState(facts.stages[0]?.name ?? 'prod');
  const render = useRender(Object.keys(method.integration?.requestTemplates ?? {}).length > 0);
  const preview = previewRequest({
    api: facts.api,
    path,
    verb,
    method,
    request: sample,
    stage,
    stageVariables: facts.stages.find(({ name }) => name === stage)?.variables ?? {},
    ...(render ? { render } : {}),
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <SampleFields verb={verb} sample={sample} facts={facts} stage={stage} onStage={setStage} onChange={setSample} />
      <Result preview={preview} />
    </div>
  );
}

const clientVerbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

function SampleFields({
  verb,
  sample,
  facts,
  stage,
  onStage,
  onChange,
}: {
  verb: Verb;
  sample: SampleRequest;
  facts: RouteFacts;
  stage: string;
  onStage: (stage: string) => void;
  onChange: (sample: SampleRequest) => void;
}) {
  const [headers, setHeaders] = useState(() => printHeaderLines(sample.headers));
  const hosts = [...new Set(facts.domains.map(({ name }) => name))];
  return (
    <section aria-label="Sample request" className="grid gap-3 rounded-lg border border-line p-3">
      <h3 className="font-medium text-sm">When a client asks</h3>
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2">
        <Field name="sample-verb" label="Method">
          {(control) => (
            <Select
              {...control}
              value={sample.verb}
              disabled={verb !== 'ANY'}
              onChange={(event) => onChange({ ...sample, verb: event.target.value })}
            >
              {clientVerbs.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="sample-path" label="Path and query">
          {(control) => (
            <Input
              {...control}
              mono
              value={sample.path}
              spellCheck={false}
              onChange={(event) => onChange({ ...sample, path: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-2">
        <Field name="sample-host" label="Host">
          {(control) => (
            <>
              <Input
                {...control}
                mono
                list="sample-hosts"
                value={sample.host}
                spellCheck={false}
                onChange={(event) => onChange({ ...sample, host: event.target.value.trim().toLowerCase() })}
              />
              <datalist id="sample-hosts">
                {hosts.map((host) => (
                  <option key={host} value={host} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field name="sample-stage" label="Stage">
          {(control) => (
            <Select {...control} value={stage} onChange={(event) => onStage(event.target.value)}>
              {facts.stages.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field name="sample-headers" label="Headers" hint="One a line: Name: value">
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            value={headers}
            spellCheck={false}
            className="font-mono text-xs"
            onChange={(event) => {
              setHeaders(event.target.value);
              onChange({ ...sample, headers: parseHeaderLines(event.target.value) });
            }}
          />
        )}
      </Field>
      {sample.verb === 'GET' || sample.verb === 'HEAD' ? null : (
        <Field name="sample-body" label="Body">
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              value={sample.body}
              spellCheck={false}
              className="font-mono text-xs"
              onChange={(event) => onChange({ ...sample, body: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  );
}

function Result({ preview }: { preview: Preview }) {
  return (
    <section
      aria-label="What the back end gets"
      aria-live="polite"
      className="grid gap-3 rounded-lg border border-line bg-sunken p-3"
    >
      <h3 className="font-medium text-sm">the back end gets</h3>
      {preview.refusal ? (
        <Notice tone="amber" title={`Nothing: API Gateway answers ${preview.refusal.status} by itself`}>
          {preview.refusal.sentence}
        </Notice>
      ) : preview.outcome === 'mocked' ? (
        <p className="text-sm">Nothing: the gateway answers by itself.</p>
      ) : (
        <p className="break-name font-medium font-mono text-xs">{preview.requestLine}</p>
      )}
      <SentHeaders headers={preview.headers} words={originWords} />
      {preview.awaitsTemplate ? <p className="text-ink-muted text-xs">The template is being rendered.</p> : null}
      <MessageParts body={preview.body} notes={preview.notes} />
    </section>
  );
}
