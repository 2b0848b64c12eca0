'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { Method } from '@/lib/gateway/model';
import { newResponse } from '@/lib/integrations/new-response';
import type { RouteFacts } from '@/lib/routes/model';
import { StatusCard } from './status-card';

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
