import type { GatewayView } from '@/lib/changes/model';
import type { Method, Snapshot } from '@/lib/gateway/model';
import { entryOf, keysOfBoth } from '@/lib/gateway/records';
import { sameValue } from '@/lib/gateway/same-value';
import type { SharedKind, SharedPart, SharedParts } from './model';

const fieldOf = {
  authorizer: 'authorizers',
  validator: 'validators',
  model: 'models',
  'gateway-response': 'gatewayResponses',
} as const satisfies Record<SharedKind, keyof Snapshot>;

/** What routes share, of the draft and the working copy, with how many routes use it. Pure. */
export function listSharedParts(view: GatewayView): SharedParts {
  const { working } = view;
  const draft = view.draft?.snapshot ?? working;
  const uses = countUses(draft);
  function listOf<Kind extends SharedKind>(kind: Kind): SharedPart<Kind>[] {
    const before = working[fieldOf[kind]] as Record<string, SharedPart<Kind>['value']>;
    const after = draft[fieldOf[kind]] as Record<string, SharedPart<Kind>['value']>;
    return keysOfBoth(before, after).flatMap((name) => {
      const was = entryOf(before, name);
      const is = entryOf(after, name);
      const value = is ?? was;
      if (value === null) return [];
      const draft = was === null ? 'new' : is === null ? 'removed' : sameValue(was, is) ? null : 'changed';
      return [{ name, value, draft, usedBy: uses.get(`${kind} ${name}`) ?? 0 }];
    });
  }
  return {
    authorizer: listOf('authorizer'),
    validator: listOf('validator'),
    model: listOf('model'),
    'gateway-response': listOf('gateway-response'),
  };
}

/** By kind and name, in how many routes. */
function countUses({ resources }: Snapshot): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { methods } of Object.values(resources)) {
    for (const method of Object.values(methods)) {
      for (const used of new Set(partsOf(method))) uses.set(used, (uses.get(used) ?? 0) + 1);
    }
  }
  return uses;
}

function partsOf({ authorizer, requestValidator, requestModels, responses }: Method): string[] {
  return [
    ...(authorizer ? [`authorizer ${authorizer}`] : []),
    ...(requestValidator ? [`validator ${requestValidator}`] : []),
    ...Object.values(requestModels).map((name) => `model ${name}`),
    ...Object.values(responses).flatMap(({ models }) => Object.values(models).map((name) => `model ${name}`)),
  ];
}
