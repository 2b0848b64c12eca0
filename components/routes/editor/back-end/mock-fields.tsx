import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { MockValues } from '@/lib/integrations/mock';
import type { BackEndFieldsProps } from './fields';

/** An answer that API Gateway gives by itself. */
export function MockFields({ values, onChange, problems }: BackEndFieldsProps<MockValues>) {
  const { headers } = values;
  const put = (index: number, change: Partial<MockValues['headers'][number]>) =>
    onChange({ ...values, headers: headers.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Field name="status" label="Status" error={problems.status}>
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="numeric"
              maxLength={3}
              value={values.status}
              onChange={(event) => onChange({ ...values, status: event.target.value })}
            />
          )}
        </Field>
        <Field name="contentType" label="Content type" error={problems.contentType}>
          {(control) => (
            <Input
              {...control}
              mono
              value={values.contentType}
              onChange={(event) => onChange({ ...values, contentType: event.target.value })}
              spellCheck={false}
            />
          )}
        </Field>
      </div>
      <Field
        name="body"
        label="Body"
        optional
        error={problems.body}
        hint="A template: $context.requestId and the like are filled in."
      >
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            value={values.body}
            onChange={(event) => onChange({ ...values, body: event.target.value })}
            spellCheck={false}
            className="font-mono"
          />
        )}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">Headers</legend>
        {headers.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
          <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_2rem] items-start gap-2">
            <Field
              name={`headers.${index}.name`}
              label={<span className="sr-only">Name of header {index + 1}</span>}
              error={problems[`headers.${index}.name`]}
            >
              {(control) => (
                <Input
                  {...control}
                  mono
                  placeholder="Name"
                  value={row.name}
                  onChange={(event) => put(index, { name: event.target.value })}
                  spellCheck={false}
                />
              )}
            </Field>
            <Field
              name={`headers.${index}.value`}
              label={<span className="sr-only">Value of header {index + 1}</span>}
              error={problems[`headers.${index}.value`]}
            >
              {(control) => (
                <Input
                  {...control}
                  mono
                  placeholder="Value"
                  value={row.value}
                  onChange={(event) => put(index, { value: event.target.value })}
                  spellCheck={false}
                />
              )}
            </Field>
            <Button
              variant="ghost"
              icon="trash"
              iconOnly
              className="mt-1"
              aria-label={`Remove header ${index + 1}`}
              onClick={() => onChange({ ...values, headers: headers.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <div>
          <Button
            size="sm"
            icon="plus"
            onClick={() => onChange({ ...values, headers: [...headers, { name: '', value: '' }] })}
          >
            Add a header
          </Button>
        </div>
      </fieldset>
    </>
  );
}
