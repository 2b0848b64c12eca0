import type { Subject } from '@/lib/gateway/subjects';
import { finding, ofIntegration, ofMethod, perRoute, type Route, type Rule } from './rule';

const contentType = /^(\$default|[\w.+*-]+\/[\w.+*-]+(\s*;.*)?)$/;

/** Keys of templates and models are content types. */
export const contentTypes: Rule = perRoute((route) =>
  keyedByType(route).flatMap(([subject, map]) =>
    Object.keys(map)
      .filter((key) => !contentType.test(key))
      .map((key) =>
        finding(
          'invalid-content-type',
          'error',
          subject,
          `${key} is no content type.`,
          'Write it like application/json.',
        ),
      ),
  ),
);

function keyedByType(route: Route): [Subject, object][] {
  const { path, verb, method, integration } = route;
  return [
    [ofMethod(route), method.requestModels],
    [ofIntegration(route), integration?.requestTemplates ?? {}],
    ...Object.entries(method.responses).map(([status, { models }]): [Subject, object] => {
      return [{ kind: 'method-response', path, verb, status }, models];
    }),
    ...Object.entries(integration?.responses ?? {}).map(([status, { templates }]): [Subject, object] => {
      return [{ kind: 'integration-response', path, verb, status }, templates];
    }),
  ];
}
