import fc from 'fast-check';
import type { Authorizer, Method, MethodResponse, Snapshot } from '@/lib/gateway/model';
import { integration } from './integration';
import { contentTypes, maybe, someOf, statuses } from './texts';

/** What methods of a gateway may refer to. */
export type SharedThings = Pick<Snapshot, 'authorizers' | 'models' | 'validators'>;

/** A method that AWS takes in such a gateway. `variables` are those of its path. */
export function methodOf(shared: SharedThings, variables: readonly string[]): fc.Arbitrary<Method> {
  const names = Object.keys(shared.models);
  const models = names.length === 0 ? fc.constant({}) : someOf(contentTypes.slice(0, 2), fc.constantFrom(...names));
  return fc
    .record({
      authorization: authorization(shared.authorizers),
      apiKeyRequired: fc.boolean(),
      operationName: maybe(fc.constantFrom('ListOrders', 'getOrder')),
      requestValidator: oneOrNone(Object.keys(shared.validators)),
      requestParameters: requestParameters(variables),
      requestModels: models,
      responses: someOf(statuses, methodResponse(models)),
    })
    .chain(({ authorization: fields, ...rest }) => {
      const facts = { declared: Object.keys(rest.requestParameters), responses: rest.responses };
      return fc
        .option(integration(facts), { freq: 12, nil: null })
        .map((value): Method => ({ ...rest, ...fields, integration: value }));
    });
}

function methodResponse(models: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<MethodResponse> {
  const headers = ['Location', 'Access-Control-Allow-Origin', 'X-Id'].map((name) => `method.response.header.${name}`);
  return fc.record({ parameters: someOf(headers, fc.boolean()), models });
}

/** One name stands in one place only: AWS wants them unique over all places. */
function requestParameters(variables: readonly string[]): fc.Arbitrary<Record<string, boolean>> {
  const place = fc.constantFrom('header', 'querystring');
  return fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom('q', 'X-Tenant', 'page', 'a.b_c$'), place, fc.boolean()), {
        selector: ([name]) => name,
      }),
      someOf(
        variables.map((name) => `method.request.path.${name}`),
        fc.boolean(),
      ),
    )
    .map(([others, ofPath]) => ({
      ...ofPath,
      ...Object.fromEntries(others.map(([name, where, required]) => [`method.request.${where}.${name}`, required])),
    }));
}

type Authorization = Pick<Method, 'authorizationType' | 'authorizer' | 'authorizationScopes'>;

function authorization(authorizers: Record<string, Authorizer>): fc.Arbitrary<Authorization> {
  const open = fc.constantFrom('NONE' as const, 'AWS_IAM' as const).map((authorizationType): Authorization => {
    return { authorizationType, authorizer: null, authorizationScopes: [] };
  });
  const others = Object.entries(authorizers).map(([authorizer, { type }]) => {
    const isCognito = type === 'COGNITO_USER_POOLS';
    const scopes: fc.Arbitrary<string[]> = isCognito ? fc.subarray(['orders/read', 'orders/write']) : fc.constant([]);
    return scopes.map((authorizationScopes): Authorization => {
      return { authorizationType: isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM', authorizer, authorizationScopes };
    });
  });
  return fc.oneof(open, ...others);
}

function oneOrNone(names: string[]): fc.Arbitrary<string | null> {
  return fc.constantFrom(null, ...names);
}
