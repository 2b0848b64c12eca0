import type { Method } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';
import type { Finding } from './finding';
import { finding, ofIntegration, ofMethod, perRoute, type Route, type Rule } from './rule';

const rule = 'invalid-reference';

/** What a method refers to and isn't there: AWS refuses it. */
export const references: Rule = perRoute((route, { snapshot }) => {
  const { method } = route;
  const { requestValidator } = method;
  return [
    ...(requestValidator === null || Object.hasOwn(snapshot.validators, requestValidator)
      ? []
      : [
          finding(
            rule,
            'error',
            ofMethod(route),
            `there is no request validator ${requestValidator}.`,
            'Choose another one, or none.',
          ),
        ]),
    ...missingModels(method, route, (name) => Object.hasOwn(snapshot.models, name)),
    ...undeclaredCacheKeys(route),
  ];
});

function missingModels(method: Method, route: Route, isThere: (name: string) => boolean): Finding[] {
  const places: [Subject, Record<string, string>][] = [
    [ofMethod(route), method.requestModels],
    ...Object.entries(method.responses).map(([status, { models }]): [Subject, Record<string, string>] => {
      return [{ kind: 'method-response', path: route.path, verb: route.verb, status }, models];
    }),
  ];
  return places.flatMap(([subject, models]) =>
    Object.entries(models)
      .filter(([, name]) => !isThere(name))
      .map(([type, name]) =>
        finding(rule, 'error', subject, `there is no model ${name} (for ${type}).`, 'Choose another model.'),
      ),
  );
}

function undeclaredCacheKeys(route: Route): Finding[] {
  const keys = route.integration?.cacheKeyParameters ?? [];
  return keys
    .filter((key) => key.startsWith('method.') && !Object.hasOwn(route.method.requestParameters, key))
    .map((key) =>
      finding(
        'invalid-cache-key',
        'error',
        ofIntegration(route),
        `the cache key ${key} is not declared by the method.`,
        'Declare it.',
      ),
    );
}
