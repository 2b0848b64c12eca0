import { tenantsInWords } from '@/lib/auth/why-not';

/** What somebody is limited to, in words; null: nothing. */
export function limitsInWords({
  tenants,
  stages,
}: {
  tenants: readonly string[] | null;
  stages: readonly string[] | null;
}): string | null {
  const parts = [
    tenants === null ? [] : tenants.length === 0 ? 'no tenant' : tenantsInWords(tenants),
    // Who is limited to some tenants deploys to no stage at all.
    stages === null || tenants !== null
      ? []
      : stages.length === 0
        ? 'deploys nowhere'
        : `deploys to ${stages.join(', ')}`,
  ].flat();
  return parts.length === 0 ? null : parts.join('; ');
}
