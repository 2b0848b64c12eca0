import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { GatewayResponse, Model, RequestValidator } from '@/lib/gateway/model';
import { CheckField } from '../editor/back-end/check-field';
import { rowsOf, Templates, templatesOf } from '../editor/templates';
import { useRows } from '../editor/use-rows';
import { JsonField } from '../json-field';
import type { PartFieldsProps } from './part-fields';

/** What a request is checked for before it goes on. */
export function ValidatorFields({ value, onChange }: PartFieldsProps<RequestValidator>) {
  return (
    <div className="grid gap-3">
      <CheckField
        label="The body"
        hint="Against the model of its content type."
        checked={value.validateBody}
        onChange={(validateBody) => onChange({ ...value, validateBody })}
      />
      <CheckField
        label="The parameters"
        hint="Required headers, query parameters and path variables have to be there."
        checked={value.validateParameters}
        onChange={(validateParameters) => onChange({ ...value, validateParameters })}
      />
    </div>
  );
}

/** What a body looks like. */
export function ModelFields({ value, onChange, problems }: PartFieldsProps<Model>) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="contentType" label="Content type" error={problems.contentType}>
          {(control) => (
            <Input
              {...control}
              mono
              value={value.contentType}
              onChange={(event) => onChange({ ...value, contentType: event.target.value })}
              spellCheck={false}
            />
          )}
        </Field>
        <Field name="description" label="Description" optional>
          {(control) => (
            <Input
              {...control}
              value={value.description ?? ''}
              onChange={(event) => onChange({ ...value, description: event.target.value || null })}
            />
          )}
        </Field>
      </div>
      <JsonField
        name="schema"
        label="JSON schema"
        hint="Draft 4."
        rows={12}
        value={value.schema}
        onChange={(schema) => onChange({ ...value, schema })}
        error={problems.schema}
      />
    </>
  );
}

/** How API Gateway's own errors look. */
export function GatewayResponseFields({ value, onChange, problems }: PartFieldsProps<GatewayResponse>) {
  const [headers, setHeaders] = useRows(linesOf(value.parameters), (text: string) =>
    onChange({ ...value, parameters: parametersOf(text) }),
  );
  const [templates, setTemplates] = useRows(rowsOf(value.templates), (rows) =>
    onChange({ ...value, templates: templatesOf(rows) }),
  );
  return (
    <>
      <Field name="status" label="Status" optional hint="Empty: the error's own." error={problems.status}>
        {(control) => (
          <Input
            {...control}
            mono
            inputMode="numeric"
            maxLength={3}
            value={value.status ?? ''}
            onChange={(event) => onChange({ ...value, status: event.target.value || null })}
          />
        )}
      </Field>
      <Field
        name="parameters"
        label="Headers"
        optional
        hint="One a line, with what they hold: Access-Control-Allow-Origin: '*' or X-Request-Id: context.requestId"
        error={problems.parameters}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={headers}
            onChange={(event) => setHeaders(event.target.value)}
            spellCheck={false}
            className="font-mono"
          />
        )}
      </Field>
      <Templates
        legend="Bodies"
        hint="By content type; $context.error.messageString is the error's message."
        rows={templates}
        onChange={setTemplates}
        problems={problems}
      />
    </>
  );
}

const prefix = 'gatewayresponse.header.';

const linesOf = (parameters: Record<string, string>) =>
  Object.entries(parameters)
    .map(([key, text]) => `${key.slice(prefix.length)}: ${text}`)
    .join('\n');

function parametersOf(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const [, name, value] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    return name ? [[`${prefix}${name}`, value ?? '']] : [];
  });
  return Object.fromEntries(pairs);
}
