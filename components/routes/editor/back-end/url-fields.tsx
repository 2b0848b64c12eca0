import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type BackendVerb, backendVerbs, forwardGreedy } from '@/lib/integrations/http-fields';
import { CheckField } from './check-field';
import type { BackEndFieldsProps } from './fields';

interface UrlValues {
  proxy: boolean;
  url: string;
  verb: BackendVerb;
}

/** URL, method and pass-through: what all back ends that speak HTTP ask for. */
export function UrlFields<Values extends UrlValues>({
  values,
  onChange,
  problems,
  facts,
  urlLabel = 'URL',
  urlHint,
}: BackEndFieldsProps<Values> & { urlLabel?: string; urlHint?: string }) {
  const greedy = values.url.trim() === '' ? values.url : forwardGreedy(values.url, facts.path);
  const variables = [...new Set(facts.stages.flatMap(({ variables }) => Object.keys(variables)))];
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <Field
          name="url"
          label={urlLabel}
          error={problems.url}
          hint={
            urlHint ??
            (variables.length === 0
              ? 'With {name} for the values of path variables.'
              : `With {name} for path variables, and \${stageVariables.${variables[0]}} for what differs by stage.`)
          }
        >
          {(control) => (
            <Input
              {...control}
              mono
              value={values.url}
              onChange={(event) => onChange({ ...values, url: event.target.value })}
              placeholder="https://orders.example.com/orders"
              autoComplete="off"
              spellCheck={false}
              inputMode="url"
            />
          )}
        </Field>
        <Field name="verb" label="Method at the back end" error={problems.verb}>
          {(control) => (
            <Select
              {...control}
              value={values.verb}
              onChange={(event) => onChange({ ...values, verb: event.target.value as BackendVerb })}
            >
              {backendVerbs.map((verb) => (
                <option key={verb} value={verb}>
                  {verb === 'same' ? "The client's own" : verb}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {greedy === values.url || problems.url ? null : (
        <div className="-mt-2 flex flex-wrap items-center gap-2 text-ink-muted text-xs">
          <span>To hand on what the client asks for below this path:</span>
          <Button size="sm" onClick={() => onChange({ ...values, url: greedy })}>
            Use {greedy.slice(-30)}
          </Button>
        </div>
      )}
      <CheckField
        label="Hand request and answer through as they are"
        hint="AWS calls this a proxy integration. Without it you choose what the back end gets and what the client gets back, with templates and responses."
        checked={values.proxy}
        onChange={(proxy) => onChange({ ...values, proxy })}
      />
    </>
  );
}
