'use client';

import { type FormEvent, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Integration, IntegrationResponse, Method, MethodResponse } from '@/lib/gateway/model';
import { newResponse } from '@/lib/integrations/new-response';
import type { RouteFacts } from '../route-facts';
import { Pairs } from './pairs';
import { StringList } from './string-list';
import { rowsOf, Templates, templatesOf } from './templates';
import { useRows } from './use-rows';

const headerPrefix = 'method.response.header.';

/** What the client may get: statuses with their models and headers, and which answers of the back end become which. */
export function ResponsesTab({
  method,
  onChange,
  facts,
}: {
  method: Method;
  onChange: (method: Method) => void;
  facts: RouteFacts;
}) {
  const { integration } = method;
  const proxy = integration?.type.endsWith('_PROXY') ?? false;
  const statuses = [
    ...new Set([...Object.keys(method.responses), ...Object.keys(integration?.responses ?? {})]),
  ].sort();
  return (
    <div className="grid gap-4">
      {proxy ? (
        <Notice title="The back end's answer is handed through as it is">
          What stands here only documents the answers, for models and generated clients. To change them, take off "hand
          through" under Back end.
        </Notice>
      ) : null}
      {statuses.length === 0 ? (
        <Card flush>
          <EmptyState icon="undo-2" title="No responses declared">
            {proxy ? 'The route needs none.' : 'Without one every answer ends in 500: add at least 200.'}
          </EmptyState>
        </Card>
      ) : (
        statuses.map((status) => (
          <StatusCard
            key={status}
            status={status}
            method={method}
            mapped={proxy ? null : integration}
            onChange={onChange}
            facts={facts}
          />
        ))
      )}
      <AddStatus method={method} proxy={proxy} taken={statuses} onChange={onChange} />
    </div>
  );
}

function StatusCard({
  status,
  method,
  mapped,
  onChange,
  facts,
}: {
  status: string;
  method: Method;
  /** Null: the back end's answer is handed through. */
  mapped: Integration | null;
  onChange: (method: Method) => void;
  facts: RouteFacts;
}) {
  const declared = method.responses[status] ?? { parameters: {}, models: {} };
  const response = mapped?.responses[status] ?? null;
  const setDeclared = (change: Partial<MethodResponse>) =>
    onChange({ ...method, responses: { ...method.responses, [status]: { ...declared, ...change } } });
  function remove() {
    const { [status]: _declared, ...responses } = method.responses;
    const { [status]: _response, ...others } = method.integration?.responses ?? {};
    const integration = method.integration && { ...method.integration, responses: others };
    onChange({ ...method, responses, integration });
  }
  function setResponse(next: IntegrationResponse | null) {
    if (method.integration === null) return;
    const { [status]: _response, ...others } = method.integration.responses;
    const responses = next === null ? others : { ...others, [status]: next };
    onChange({ ...method, integration: { ...method.integration, responses } });
  }
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          {status}
          {response && response.selectionPattern === null ? <Badge>default</Badge> : null}
        </span>
      }
      actions={
        <Button
          size="sm"
          variant="ghost"
          icon="trash"
          iconOnly
          aria-label={`Remove response ${status}`}
          onClick={remove}
        />
      }
    >
      <div className="grid gap-5 xl:grid-cols-2">
        <div className="grid content-start gap-4">
          <StringList
            name={`headers-${status}`}
            label="Headers"
            hint="That the response may have, one a line. Mappings declare what they need by themselves."
            values={Object.keys(declared.parameters).map((key) => key.slice(headerPrefix.length))}
            onChange={(names) =>
              setDeclared({
                parameters: Object.fromEntries(
                  names.map((name) => {
                    const key = `${headerPrefix}${name}`;
                    return [key, declared.parameters[key] ?? false];
                  }),
                ),
              })
            }
          />
          <Pairs
            legend="Models"
            keyLabel="Content type"
            valueLabel="Model"
            pairs={declared.models}
            choices={facts.models}
            onChange={(models) => setDeclared({ models })}
          />
        </div>
        {mapped === null ? null : response === null ? (
          <EmptyState
            title="Declared, and never given"
            action={
              <Button size="sm" onClick={() => setResponse(newResponse(`${status}`))}>
                Give it
              </Button>
            }
          >
            No answer of the back end becomes this status.
          </EmptyState>
        ) : (
          <ResponseFields status={status} response={response} lambda={mapped.type === 'AWS'} onChange={setResponse} />
        )}
      </div>
    </Card>
  );
}

function ResponseFields({
  status,
  response,
  lambda,
  onChange,
}: {
  status: string;
  response: IntegrationResponse;
  lambda: boolean;
  onChange: (response: IntegrationResponse) => void;
}) {
  const [templates, setTemplates] = useRows(rowsOf(response.templates), (rows) =>
    onChange({ ...response, templates: templatesOf(rows) }),
  );
  return (
    <div className="grid content-start gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name={`selectionPattern-${status}`}
          label="When the back end answers"
          hint={
            lambda
              ? "A regular expression for the function's error message or the service's status. Empty: the default."
              : 'A regular expression for the whole status: 4\\d{2}. Empty: the default for all others.'
          }
        >
          {(control) => (
            <Input
              {...control}
              mono
              value={response.selectionPattern ?? ''}
              onChange={(event) => onChange({ ...response, selectionPattern: event.target.value || null })}
              placeholder="anything else"
              spellCheck={false}
            />
          )}
        </Field>
        <Field name={`contentHandling-${status}`} label="Convert the body">
          {(control) => (
            <Select
              {...control}
              value={response.contentHandling ?? ''}
              onChange={(event) =>
                onChange({
                  ...response,
                  contentHandling: (event.target.value || null) as IntegrationResponse['contentHandling'],
                })
              }
            >
              <option value="">Leave it as it is</option>
              <option value="CONVERT_TO_BINARY">Base64 text to binary</option>
              <option value="CONVERT_TO_TEXT">Binary to base64 text</option>
            </Select>
          )}
        </Field>
      </div>
      <Templates
        legend="Templates of the body"
        hint="None: the back end's body as it is."
        rows={templates}
        onChange={setTemplates}
        name={`templates-${status}`}
      />
    </div>
  );
}

function AddStatus({
  method,
  proxy,
  taken,
  onChange,
}: {
  method: Method;
  proxy: boolean;
  taken: string[];
  onChange: (method: Method) => void;
}) {
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  function add(event: FormEvent) {
    event.preventDefault();
    if (!/^[1-5]\d\d$/.test(status)) return setProblem('A status from 100 to 599.');
    if (taken.includes(status)) return setProblem('It is there already.');
    const responses = { ...method.responses, [status]: { parameters: {}, models: {} } };
    const { integration } = method;
    const gives = integration !== null && !proxy && integration.type !== 'MOCK';
    const isFirst = Object.keys(integration?.responses ?? {}).length === 0;
    const given = newResponse(isFirst ? null : status);
    onChange({
      ...method,
      responses,
      integration: gives ? { ...integration, responses: { ...integration.responses, [status]: given } } : integration,
    });
    setStatus('');
    setProblem(null);
  }
  return (
    <form onSubmit={add} noValidate className="flex items-end gap-2">
      <div className="w-40">
        <Field name="newStatus" label="Another status" error={problem}>
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="numeric"
              maxLength={3}
              placeholder="404"
              value={status}
              onChange={(event) => setStatus(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" icon="plus" className={problem ? 'mb-5' : ''}>
        Add
      </Button>
    </form>
  );
}
