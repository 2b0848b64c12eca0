import Form from 'next/form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type AuditFilterValues, auditResults } from '@/lib/audit/read-filter';
import { wordsOfAction } from './action-words';
import { resultLooks } from './result-look';

/** Filter of the audit log: a plain GET form, so the filter is in the address and works without script. */
export function AuditFilterForm({
  values,
  actors,
  actions,
  types,
  tenants,
}: {
  values: AuditFilterValues;
  actors: { name: string; kind: 'user' | 'system' }[];
  actions: readonly string[];
  types: readonly string[];
  tenants: readonly string[];
}) {
  const filtered = Object.values(values).some(Boolean);
  return (
    <Form
      action="/audit"
      role="search"
      aria-label="Filter the audit log"
      // The key makes the fields follow the address when that changes by a link.
      key={JSON.stringify(values)}
      className="mb-3 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-3 lg:grid-cols-5"
    >
      {values.correlation ? <input type="hidden" name="correlation" value={values.correlation} /> : null}
      <div className="col-span-2 sm:col-span-1 lg:col-span-2">
        <Field name="search" label="Words">
          {(control) => (
            <Input
              {...control}
              type="search"
              defaultValue={values.search}
              placeholder="in who, resource, tenant or message"
            />
          )}
        </Field>
      </div>
      <Field name="actor" label="Who">
        {(control) => (
          <Select {...control} defaultValue={values.actor}>
            <option value="">Anybody</option>
            {actors.map(({ name, kind }) => (
              <option key={`${kind} ${name}`} value={name}>
                {kind === 'system' ? `${name} (system)` : name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="action" label="Did what">
        {(control) => (
          <Select {...control} defaultValue={values.action}>
            <option value="">Anything</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {wordsOfAction(action)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="type" label="Kind of resource">
        {(control) => (
          <Select {...control} defaultValue={values.type}>
            <option value="">All kinds</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {type.replaceAll('-', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="result" label="Result">
        {(control) => (
          <Select {...control} defaultValue={values.result}>
            <option value="">Any</option>
            {auditResults.map((result) => (
              <option key={result} value={result}>
                {resultLooks[result].word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="tenant" label="Tenant">
        {(control) => (
          <Select {...control} defaultValue={values.tenant}>
            <option value="">All, and none</option>
            {tenants.map((slug) => (
              <option key={slug} value={slug}>
                {slug}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="from" label="From (UTC)">
        {(control) => <Input {...control} type="datetime-local" defaultValue={values.from} />}
      </Field>
      <Field name="to" label="To (UTC)">
        {(control) => <Input {...control} type="datetime-local" defaultValue={values.to} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" icon="list-filter">
          Filter
        </Button>
        {filtered ? (
          <ButtonLink href="/audit" variant="ghost">
            Clear
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}
