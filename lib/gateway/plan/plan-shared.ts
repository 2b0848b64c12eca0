import type { GatewayCall, PlannedCall } from '@/lib/gateway/calls';
import type { Snapshot } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import type { Subject } from '@/lib/gateway/subjects';
import { byReference } from './model-order';
import { planned } from './planned';
import { authorizerPatches, modelPatches, validatorPatches } from './shared-patches';

export interface SharedPlan {
  /** What methods are going to refer to, before them. */
  made: PlannedCall[];
  /** What no method refers to any more, after them. */
  deleted: PlannedCall[];
}

export function planShared(from: Snapshot, to: Snapshot): SharedPlan {
  const plans = [planModels(from, to), planValidators(from, to), planAuthorizers(from, to)];
  return { made: plans.flatMap(({ made }) => made), deleted: plans.flatMap(({ deleted }) => deleted) };
}

function planModels(from: Snapshot, to: Snapshot): SharedPlan {
  const created = missingIn(byReference(to.models), from.models);
  const kept = Object.keys(to.models).filter((name) => Object.hasOwn(from.models, name));
  return {
    made: [
      ...created.map((name) =>
        call({ kind: 'model', name }, { operation: 'CreateModel', name, model: the(to.models, name) }),
      ),
      ...kept.flatMap((name) => {
        const patches = modelPatches(the(from.models, name), the(to.models, name));
        return patches.length === 0 ? [] : [call({ kind: 'model', name }, { operation: 'UpdateModel', name, patches })];
      }),
    ],
    deleted: missingIn(byReference(from.models).reverse(), to.models).map((name) =>
      call({ kind: 'model', name }, { operation: 'DeleteModel', name }),
    ),
  };
}

function planValidators(from: Snapshot, to: Snapshot): SharedPlan {
  return {
    made: Object.entries(to.validators).flatMap(([name, validator]) => {
      const subject: Subject = { kind: 'validator', name };
      const before = entryOf(from.validators, name);
      if (before === null) return [call(subject, { operation: 'CreateRequestValidator', name, validator })];
      const patches = validatorPatches(before, validator);
      return patches.length === 0 ? [] : [call(subject, { operation: 'UpdateRequestValidator', name, patches })];
    }),
    deleted: missingIn(Object.keys(from.validators), to.validators).map((name) =>
      call({ kind: 'validator', name }, { operation: 'DeleteRequestValidator', name }),
    ),
  };
}

function planAuthorizers(from: Snapshot, to: Snapshot): SharedPlan {
  return {
    made: Object.entries(to.authorizers).flatMap(([name, authorizer]) => {
      const subject: Subject = { kind: 'authorizer', name };
      const before = entryOf(from.authorizers, name);
      if (before === null) return [call(subject, { operation: 'CreateAuthorizer', name, authorizer })];
      const patches = authorizerPatches(before, authorizer);
      return patches.length === 0 ? [] : [call(subject, { operation: 'UpdateAuthorizer', name, patches })];
    }),
    deleted: missingIn(Object.keys(from.authorizers), to.authorizers).map((name) =>
      call({ kind: 'authorizer', name }, { operation: 'DeleteAuthorizer', name }),
    ),
  };
}

function call(subject: Subject, each: GatewayCall): PlannedCall {
  return planned(subject, each);
}

function missingIn(names: readonly string[], record: object): string[] {
  return names.filter((name) => !Object.hasOwn(record, name));
}

function the<Value>(record: Readonly<Record<string, Value>>, name: string): Value {
  return record[name] as Value;
}
