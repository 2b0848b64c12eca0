'use client';

import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useLeaveWarning } from '@/components/forms/use-leave-warning';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { AffixInput, Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Edit, FieldValue } from '@/lib/gateway/edits';
import type { ApiSettings } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import type { CurrentDraft, EditActions } from '../actions';
import { CheckField } from '../editor/back-end/check-field';
import { StringList } from '../editor/string-list';
import { JsonField } from '../json-field';
import { useSaveEdits } from '../use-save-edits';
import { checkApi } from './check-api';

const fieldWords: Record<keyof ApiSettings, string> = {
  name: 'name',
  description: 'description',
  endpointType: 'endpoint type',
  ipAddressType: 'addresses',
  vpcEndpointIds: 'VPC endpoints',
  apiKeySource: 'source of API keys',
  binaryMediaTypes: 'binary types',
  minimumCompressionSize: 'compression',
  executeApiDisabled: "AWS's own address",
  policy: 'policy',
};

/** Settings of the whole API. Each field that was changed is one edit. */
export function ApiForm({
  api,
  changed,
  restApiId,
  region,
  actions,
  draft,
}: {
  api: ApiSettings;
  /** Fields that the draft changes. */
  changed: (keyof ApiSettings)[];
  restApiId: string;
  region: string;
  /** Null: the reader may only look. */
  actions: EditActions | null;
  draft: CurrentDraft | null;
}) {
  const [value, setValue] = useState(api);
  const [seen, setSeen] = useState(api);
  const [tried, setTried] = useState(false);
  const { save, pending, result } = useSaveEdits(actions, draft);
  if (!sameValue(seen, api)) {
    setSeen(api);
    setValue(api);
  }
  const set = (change: Partial<ApiSettings>) => setValue({ ...value, ...change });
  const fields = (Object.keys(fieldWords) as (keyof ApiSettings)[]).filter(
    (name) => !sameValue(value[name], api[name]),
  );
  const problems = checkApi(value);
  const shown = (name: keyof ApiSettings) => (tried ? problems[name] : undefined);
  useLeaveWarning(actions !== null && fields.length > 0, 'Leave this page? Your edits are not saved yet.', {
    query: true,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (fields.length === 0 || Object.keys(problems).length > 0) return;
    const edits = fields.map((field): Edit => {
      return { op: 'set', subject: { kind: 'api' }, field, key: null, value: value[field] as FieldValue };
    });
    save(edits, `API: ${fields.map((field) => fieldWords[field]).join(', ')}`);
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-4xl">
      <fieldset disabled={actions === null} className="grid min-w-0 gap-4">
        <legend className="sr-only">API settings</legend>
        <FormMessage result={result} />
        {changed.length > 0 && draft ? (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone="blue">changed in #{draft.number}</Badge>
            {changed.map((field) => fieldWords[field]).join(', ')}
          </p>
        ) : null}
        <Card title="Names and addresses">
          <div className="grid gap-4">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field name="name" label="Name" error={shown('name')}>
                {(control) => (
                  <Input {...control} value={value.name} onChange={(event) => set({ name: event.target.value })} />
                )}
              </Field>
              <Field name="description" label="Description" optional>
                {(control) => (
                  <Input
                    {...control}
                    value={value.description ?? ''}
                    onChange={(event) => set({ description: event.target.value || null })}
                  />
                )}
              </Field>
              <Field name="ipAddressType" label="Reached by">
                {(control) => (
                  <Select
                    {...control}
                    value={value.ipAddressType}
                    onChange={(event) => set({ ipAddressType: event.target.value as ApiSettings['ipAddressType'] })}
                  >
                    <option value="ipv4">IPv4</option>
                    <option value="dualstack">IPv4 and IPv6</option>
                  </Select>
                )}
              </Field>
              <Field name="apiKeySource" label="API keys come from">
                {(control) => (
                  <Select
                    {...control}
                    value={value.apiKeySource}
                    onChange={(event) => set({ apiKeySource: event.target.value as ApiSettings['apiKeySource'] })}
                  >
                    <option value="HEADER">The header X-API-Key</option>
                    <option value="AUTHORIZER">The authorizer</option>
                  </Select>
                )}
              </Field>
            </div>
            <CheckField
              label="Switch off AWS's own address"
              hint={`https://${restApiId}.execute-api.${region}.amazonaws.com then answers 403, so that only tenants' domains lead in. It holds for all stages after the next deployment.`}
              checked={value.executeApiDisabled}
              onChange={(executeApiDisabled) => set({ executeApiDisabled })}
            />
          </div>
        </Card>
        <Card title="Bodies">
          <div className="grid gap-4 sm:grid-cols-2">
            <StringList
              key={`binary ${api.binaryMediaTypes.join(' ')}`}
              name="binaryMediaTypes"
              label="Binary types"
              hint="Content types that pass as bytes, one a line: image/png, or */* for all."
              values={value.binaryMediaTypes}
              onChange={(binaryMediaTypes) => set({ binaryMediaTypes })}
              error={shown('binaryMediaTypes')}
            />
            <div>
              <CheckField
                label="Compress answers"
                hint="For clients that accept gzip or deflate."
                checked={value.minimumCompressionSize !== null}
                onChange={(on) => set({ minimumCompressionSize: on ? 1024 : null })}
              />
              {value.minimumCompressionSize === null ? null : (
                <div className="mt-3">
                  <Field
                    name="minimumCompressionSize"
                    label="From this size on"
                    error={shown('minimumCompressionSize')}
                  >
                    {(control) => (
                      <AffixInput
                        {...control}
                        after="bytes"
                        type="number"
                        min={0}
                        max={10_485_760}
                        value={Number.isNaN(value.minimumCompressionSize) ? '' : (value.minimumCompressionSize ?? '')}
                        onChange={(event) => set({ minimumCompressionSize: event.target.valueAsNumber })}
                      />
                    )}
                  </Field>
                </div>
              )}
            </div>
          </div>
        </Card>
        <Card
          title="Resource policy"
          description="Who may call the API at all, beside what each route asks for. Empty: everybody."
        >
          <JsonField
            key={`policy ${api.policy ?? ''}`}
            name="policy"
            label="Policy as JSON"
            value={value.policy}
            onChange={(policy) => set({ policy })}
            error={problems.policy}
          />
        </Card>
        {value.endpointType === 'REGIONAL' ? null : (
          <Notice title={`The endpoint type is ${value.endpointType}`}>
            Gatehouse serves tenants through regional domains. Change the type at AWS.
          </Notice>
        )}
        {actions ? (
          <div className="flex items-center justify-end gap-2">
            <span role="status" className="mr-auto text-ink-muted text-xs">
              {fields.length > 0 ? `Unsaved: ${fields.map((field) => fieldWords[field]).join(', ')}` : ''}
            </span>
            {fields.length > 0 ? (
              <Button onClick={() => setValue(api)} variant="ghost">
                Discard
              </Button>
            ) : null}
            <Button type="submit" variant="primary" pending={pending} disabled={fields.length === 0}>
              Save to {draft ? `#${draft.number}` : 'a new change set'}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
