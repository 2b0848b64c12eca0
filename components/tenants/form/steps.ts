import type { OnboardTenantInput } from '@/lib/tenants/schemas';

/** The steps of the form, in their order; the name is the page's hash. */
export const formSteps = ['tenant', 'hostname', 'certificate', 'paths', 'review'] as const;
export type FormStep = (typeof formSteps)[number];

export const stepTitles: Record<FormStep, string> = {
  tenant: 'Tenant',
  hostname: 'Hostname',
  certificate: 'Certificate',
  paths: 'Paths',
  review: 'Review',
};

/** Which step asks for which fields. */
export const stepFields: Record<FormStep, (keyof OnboardTenantInput)[]> = {
  tenant: ['name', 'slug', 'contactEmail'],
  hostname: ['kind', 'zoneId', 'label', 'hostname'],
  certificate: ['certificate'],
  paths: ['mappings'],
  review: ['confirmHostname', 'phase'],
};

/** The step that shows a field, `mappings.0.basePath` style; null when no step does. */
export function stepOfField(field: string): FormStep | null {
  const root = field.split('.')[0];
  return formSteps.find((step) => stepFields[step].some((name) => name === root)) ?? null;
}
