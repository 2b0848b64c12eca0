import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

export interface TenantOption {
  slug: string;
  name: string;
}

/** For whom a certificate is; written on it as a tag. */
export function TenantField({ tenants, error }: { tenants: TenantOption[]; error: string | undefined }) {
  return (
    <Field name="tenantSlug" label="Tenant" optional hint="Written on the certificate as a tag." error={error}>
      {(control) => (
        <Select {...control} defaultValue="" className="max-w-sm">
          <option value="">Several, or nobody in particular</option>
          {tenants.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
