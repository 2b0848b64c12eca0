import type { Integration, Method } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import type { IntegrationForm } from './kinds';

interface Definition<Values> extends Omit<IntegrationForm<Values>, 'fromIntegration' | 'target'> {
  /** May be generous: what it gives is only used when `toMethod` makes the same method of it again. */
  read(method: Method, integration: Integration): Values | null;
}

/** Makes a form that loses nothing: what can't be written back as it was isn't read either. */
export function defineForm<Values>({ read, ...form }: Definition<Values>): IntegrationForm<Values> {
  return {
    ...form,
    fromIntegration(method) {
      const values = method.integration && read(method, method.integration);
      return values && sameValue(form.toMethod(method, values, ''), method) ? values : null;
    },
    target: ({ uri, integrationTarget, connectionId, credentials }) =>
      [uri, integrationTarget, connectionId, credentials].filter((part) => part !== null).join(' '),
  };
}
