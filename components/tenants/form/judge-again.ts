import type { UseFormReturn } from 'react-hook-form';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';

/** Type of the errors that only the server can take back. */
export const fromServer = 'server';

/**
 * What is wrong with a field is looked at again with every change to it, so that the sentence goes as soon as it is not
 * true any more. The server's sentence goes with the first change: it was about something else.
 */
export function judgeAgain(form: UseFormReturn<OnboardTenantInput>, target: EventTarget): void {
  if (!('name' in target) || typeof target.name !== 'string') return;
  const root = target.name.split('.')[0] as keyof OnboardTenantInput;
  const error = form.formState.errors[root];
  if (error === undefined) return;
  if (isFromServer(error)) form.clearErrors(root);
  else void form.trigger(root);
}

/** Errors of rows are nested: `mappings[0].stage`. */
function isFromServer(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof Element) return false;
  if ('type' in error && error.type === fromServer) return true;
  return Array.isArray(error) && error.some((row) => row && Object.values(row).some(isFromServer));
}
