import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Integration, IntegrationResponse, Method, MethodResponse } from '@/lib/gateway/model';
import { newResponse } from '@/lib/integrations/new-response';
import type { RouteFacts } from '@/lib/routes/model';
import { Pairs } from './pairs';
import { StringList } from './string-list';
import { rowsOf, Templates, templatesOf } from './templates';
import { useRows } from './use-rows';

const headerPrefix = 'method.response.header.';

/** One status: what of it is declared, and when the back end's answer becomes it. */
export function StatusCard({
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
