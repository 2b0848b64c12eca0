import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { AffixInput } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';

/** Which base paths of the hostname lead to which stage of the gateway. */
export function PathsStep({ stages, sharedPaths }: { stages: string[]; sharedPaths: string | null }) {
  const { control, register, formState } = useFormContext<OnboardTenantInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'mappings' });
  const { errors } = formState;
  if (sharedPaths !== null) {
    return (
      <Notice title="The paths of the wildcard domain name apply" className="max-w-2xl">
        {sharedPaths} To give this tenant paths of its own, go back and choose another certificate.
      </Notice>
    );
  }
  return (
    <fieldset className="grid max-w-2xl gap-3">
      <legend className="sr-only">Paths</legend>
      <p className="text-ink-muted text-sm">
        A request whose first path segment equals a base path goes to its stage, without the base path. The empty base
        path takes everything else.
      </p>
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_2rem] items-start gap-2">
          <Field
            name={`mappings.${index}.basePath`}
            label="Base path"
            error={errors.mappings?.[index]?.basePath?.message}
          >
            {(props) => (
              <AffixInput
                {...props}
                {...register(`mappings.${index}.basePath`)}
                before="/"
                mono
                placeholder="empty"
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <Field name={`mappings.${index}.stage`} label="Stage" error={errors.mappings?.[index]?.stage?.message}>
            {(props) => (
              <Select {...props} {...register(`mappings.${index}.stage`)}>
                {stages.map((stage) => (
                  <option key={stage}>{stage}</option>
                ))}
              </Select>
            )}
          </Field>
          <Button
            variant="ghost"
            icon="trash"
            iconOnly
            className="mt-6"
            aria-label={`Remove path ${index + 1}`}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <p role="status" className="text-red text-xs empty:hidden">
        {errors.mappings?.message ?? errors.mappings?.root?.message}
      </p>
      <div>
        <Button size="sm" icon="plus" onClick={() => append({ basePath: '', stage: stages[0] ?? '' })}>
          Add a path
        </Button>
      </div>
    </fieldset>
  );
}
