import { Field } from '@/components/ui/field';
import { AffixInput, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Integration, Method } from '@/lib/gateway/model';
import { kindOf } from '@/lib/integrations/registry';
import { StringList } from '../string-list';
import { rowsOf, Templates, templatesOf } from '../templates';
import { useRows } from '../use-rows';
import { CheckField } from './check-field';
import { RoleField } from './role-field';

const passthroughWords: Record<Integration['passthroughBehavior'], string> = {
  WHEN_NO_MATCH: 'When no template fits its type',
  WHEN_NO_TEMPLATES: 'Only when there is no template at all',
  NEVER: 'Never: refuse with 415',
};

/** What few routes need: all of an integration that the form of its kind doesn't ask for. */
export function MoreSettings({
  method,
  integration,
  onChange,
}: {
  method: Method;
  integration: Integration;
  onChange: (method: Method) => void;
}) {
  const set = (change: Partial<Integration>) => onChange({ ...method, integration: { ...integration, ...change } });
  const kind = kindOf(integration);
  const proxy = integration.type.endsWith('_PROXY');
  const speaksHttp = integration.type.startsWith('HTTP');
  const formHasTemplates = kind === 'step-functions' || kind === 'mock' || kind === 'aws-other';
  const formHasRole = kind === 'step-functions' || kind === 's3' || kind === 'aws-other';
  const [templates, setTemplates] = useRows(rowsOf(integration.requestTemplates), (rows) =>
    set({ requestTemplates: templatesOf(rows) }),
  );
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {proxy || integration.type === 'MOCK' ? null : (
          <>
            <Field name="passthroughBehavior" label="Pass a body on unchanged">
              {(control) => (
                <Select
                  {...control}
                  value={integration.passthroughBehavior}
                  onChange={(event) =>
                    set({ passthroughBehavior: event.target.value as Integration['passthroughBehavior'] })
                  }
                >
                  {Object.entries(passthroughWords).map(([value, word]) => (
                    <option key={value} value={value}>
                      {word}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="contentHandling" label="Convert the request's body">
              {(control) => (
                <Select
                  {...control}
                  value={integration.contentHandling ?? ''}
                  onChange={(event) =>
                    set({ contentHandling: (event.target.value || null) as Integration['contentHandling'] })
                  }
                >
                  <option value="">Leave it as it is</option>
                  <option value="CONVERT_TO_BINARY">Base64 text to binary</option>
                  <option value="CONVERT_TO_TEXT">Binary to base64 text</option>
                </Select>
              )}
            </Field>
          </>
        )}
        {speaksHttp && proxy ? (
          <Field name="responseTransferMode" label="Hand on the answer">
            {(control) => (
              <Select
                {...control}
                value={integration.responseTransferMode}
                onChange={(event) =>
                  set({ responseTransferMode: event.target.value as Integration['responseTransferMode'] })
                }
              >
                <option value="BUFFERED">When it is complete</option>
                <option value="STREAM">While it arrives</option>
              </Select>
            )}
          </Field>
        ) : null}
        <Field name="cacheNamespace" label="Cache namespace" optional hint="Empty: the path's own.">
          {(control) => (
            <Input
              {...control}
              mono
              value={integration.cacheNamespace ?? ''}
              onChange={(event) => set({ cacheNamespace: event.target.value || null })}
              spellCheck={false}
            />
          )}
        </Field>
      </div>
      <StringList
        name="cacheKeyParameters"
        label="Cache keys"
        hint="What tells answers in the stage's cache apart, one a line: method.request.querystring.page. They have to be declared on the method."
        values={integration.cacheKeyParameters}
        onChange={(cacheKeyParameters) => set({ cacheKeyParameters })}
      />
      {formHasRole || integration.type === 'MOCK' ? null : (
        <RoleField
          name="credentials"
          optional
          value={integration.credentials ?? ''}
          onChange={(role) => set({ credentials: role.trim() || null })}
          problem={undefined}
          {...(kind === 'lambda'
            ? {
                hint: "Instead of the function's own permission. arn:aws:iam::*:user/* calls with the client's rights.",
              }
            : {})}
        />
      )}
      {speaksHttp ? (
        <CheckField
          label="Accept any certificate of the back end"
          hint="Also expired, self-signed or for another name. Then nothing proves that it is the back end."
          checked={integration.tlsInsecure}
          onChange={(tlsInsecure) => set({ tlsInsecure })}
        />
      ) : null}
      {proxy || formHasTemplates ? null : (
        <Templates
          legend="Templates of the request"
          hint="What the back end gets as body, by content type of the client's request. None: the body as it is."
          rows={templates}
          onChange={setTemplates}
        />
      )}
    </div>
  );
}

/** How long the gateway waits for the back end, in milliseconds. */
export function TimeoutField({ value, onChange }: { value: number; onChange: (timeoutMs: number) => void }) {
  const valid = Number.isInteger(value) && value >= 50;
  return (
    <Field
      name="timeoutMs"
      label="Timeout"
      hint={
        value > 29_000
          ? 'Above 29 s only where AWS has raised the quota of the account.'
          : value === 29_000
            ? '29 s: the most, unless AWS has raised the quota.'
            : `${value / 1000} s`
      }
      error={valid ? null : 'At least 50 ms.'}
    >
      {(control) => (
        <AffixInput
          {...control}
          after="ms"
          mono
          type="number"
          min={50}
          max={300_000}
          step={50}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
