import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';

export interface TemplateRow {
  contentType: string;
  template: string;
}

/** Mapping templates by content type. */
export function Templates({
  legend,
  hint,
  rows,
  onChange,
  problems = {},
  name = 'templates',
}: {
  legend: string;
  hint?: string;
  rows: TemplateRow[];
  onChange: (rows: TemplateRow[]) => void;
  problems?: Record<string, string>;
  name?: string;
}) {
  const put = (index: number, change: Partial<TemplateRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? <p className="-mt-2 text-ink-muted text-xs">{hint}</p> : null}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
        <div key={index} className="grid gap-2 rounded-lg border border-line p-3">
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Field
                name={`${name}.${index}.contentType`}
                label="Content type"
                error={problems[`${name}.${index}.contentType`]}
              >
                {(control) => (
                  <Input
                    {...control}
                    mono
                    value={row.contentType}
                    onChange={(event) => put(index, { contentType: event.target.value })}
                    spellCheck={false}
                  />
                )}
              </Field>
            </div>
            <Button
              variant="ghost"
              icon="trash"
              iconOnly
              aria-label={`Remove the template for ${row.contentType || `row ${index + 1}`}`}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          </div>
          <Field
            name={`${name}.${index}.template`}
            label="Template"
            hint={row.template === '' ? 'Empty: the body is passed on as it is.' : undefined}
            error={problems[`${name}.${index}.template`]}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={Math.min(14, Math.max(3, row.template.split('\n').length + 1))}
                value={row.template}
                onChange={(event) => put(index, { template: event.target.value })}
                spellCheck={false}
                className="font-mono"
              />
            )}
          </Field>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon="plus"
          onClick={() =>
            onChange([...rows, { contentType: rows.length === 0 ? 'application/json' : '', template: '' }])
          }
        >
          Add a template
        </Button>
      </div>
    </fieldset>
  );
}

/** A map of templates as rows, and back. Rows of one content type: the last one counts. */
export const rowsOf = (templates: Record<string, string>): TemplateRow[] =>
  Object.entries(templates).map(([contentType, template]) => ({ contentType, template }));
export const templatesOf = (rows: readonly TemplateRow[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ contentType, template }) => [contentType, template]));
