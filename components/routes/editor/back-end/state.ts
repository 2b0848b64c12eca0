import type { Method } from '@/lib/gateway/model';
import type { IntegrationForm, IntegrationKind, IntegrationValues } from '@/lib/integrations/kinds';
import { integrationForms, kindOf } from '@/lib/integrations/registry';

/** Kind and form of a route's back end. */
export type BackEnd = { [Kind in IntegrationKind]: { kind: Kind; values: IntegrationValues[Kind] } }[IntegrationKind];

/** The form that shows all of the method's integration; null when it has none. */
export function backEndOf(method: Method): BackEnd | null {
  if (method.integration === null) return null;
  const own = kindOf(method.integration);
  for (const kind of [own, 'aws-other'] as const) {
    const values = integrationForms[kind].fromIntegration(method);
    if (values !== null) return { kind, values } as BackEnd;
  }
  return null;
}

/** The empty form of a kind; `region` is the gateway's. */
export function emptyBackEnd(kind: IntegrationKind, region: string): BackEnd {
  return { kind, values: integrationForms[kind].empty(region) } as BackEnd;
}

/** The method with the back end as its form says. */
export function withBackEnd(method: Method, backEnd: BackEnd, path: string): Method {
  return formOf(backEnd.kind).toMethod(method, backEnd.values, path);
}

/** Sentences by field, `headers.0.name`; none when all is well. */
export function problemsOf(backEnd: BackEnd): Record<string, string> {
  const parsed = formOf(backEnd.kind).schema.safeParse(backEnd.values);
  if (parsed.success) return {};
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) problems[path.join('.')] ??= message;
  return problems;
}

/** A kind's form, for values that are known to be its own. */
function formOf(kind: IntegrationKind): IntegrationForm<unknown> {
  return integrationForms[kind] as IntegrationForm<unknown>;
}
