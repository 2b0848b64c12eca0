import { useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { suggestSlug } from '@/lib/tenants/suggest-slug';

/** Who the tenant is. The slug follows the name until somebody edits it. */
export function TenantStep() {
  const { register, setValue, getValues, formState } = useFormContext<OnboardTenantInput>();
  const { errors } = formState;
  const name = register('name', {
    onChange: (event: { target: { value: string } }) => {
      const { slug } = getValues();
      const followed = slug === '' || slug === lastSuggestion(event.target);
      const next = suggestSlug(event.target.value);
      if (followed) setValue('slug', next, { shouldValidate: errors.slug !== undefined });
      suggestions.set(event.target, next);
    },
  });
  return (
    <div className="grid max-w-xl gap-4">
      <Field name="name" label="Name" error={errors.name?.message}>
        {(control) => <Input {...control} {...name} autoComplete="organization" maxLength={200} />}
      </Field>
      <Field
        name="slug"
        label="Slug"
        hint="Short name for addresses and for the tag gatehouse:tenant on AWS. It can't be changed later."
        error={errors.slug?.message}
      >
        {(control) => <Input {...control} {...register('slug')} mono autoComplete="off" spellCheck={false} />}
      </Field>
      <Field
        name="contactEmail"
        label="Contact e-mail"
        optional
        hint="Who to write to when the tenant has to do something, for example add a DNS record."
        error={errors.contactEmail?.message}
      >
        {(control) => <Input {...control} {...register('contactEmail')} type="email" autoComplete="off" />}
      </Field>
    </div>
  );
}

/** What was suggested last, by input: a slug that still equals it has not been edited by hand. */
const suggestions = new WeakMap<object, string>();

function lastSuggestion(input: object): string | undefined {
  return suggestions.get(input);
}
