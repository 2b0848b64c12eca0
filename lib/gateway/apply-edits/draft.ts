import { canonicalApi } from '@/lib/gateway/canonicalise/api';
import { withParents } from '@/lib/gateway/canonicalise/parents';
import { canonicalResource } from '@/lib/gateway/canonicalise/resource';
import {
  canonicalAuthorizer,
  canonicalGatewayResponse,
  canonicalModel,
  canonicalValidator,
} from '@/lib/gateway/canonicalise/shared';
import { canonicalStage } from '@/lib/gateway/canonicalise/stage';
import type { Snapshot } from '@/lib/gateway/model';
import { byPath, entryOf, setEntry, sortedRecord } from '@/lib/gateway/records';

/** A snapshot in the making. Only what is opened is copied; all else is shared with the snapshot that it began with. */
export interface Draft {
  /** Its records may be written to, their entries only after `open`. */
  root: Snapshot;
  /** What belongs to the draft alone, and is made canonical at the end. */
  own: WeakSet<object>;
}

export function beginDraft(snapshot: Snapshot): Draft {
  const { api, resources, authorizers, models, validators, gatewayResponses, stages } = snapshot;
  const root: Snapshot = {
    api,
    resources: { ...resources },
    authorizers: { ...authorizers },
    models: { ...models },
    validators: { ...validators },
    gatewayResponses: { ...gatewayResponses },
    stages: { ...stages },
  };
  return { root, own: new WeakSet([root]) };
}

/** An entry of an open record to write to; null when there is none. */
export function open<Value extends object>(draft: Draft, record: object, key: string): Value | null {
  const value = entryOf(record as Record<string, Value>, key);
  return value === null || draft.own.has(value) ? value : place(draft, record, key, value);
}

/** Puts a copy of the value into an open record. */
export function place<Value extends object>(draft: Draft, record: object, key: string, value: Value): Value {
  const copy = { ...value };
  draft.own.add(copy);
  setEntry(record, key, copy);
  return copy;
}

/** The draft as a canonical snapshot. */
export function endDraft({ root, own }: Draft): Snapshot {
  const convert =
    <Value extends object>(canonical: (value: Value, key: string) => Value) =>
    (value: Value, key: string) =>
      own.has(value) ? canonical(value, key) : value;
  return {
    api: own.has(root.api) ? canonicalApi(root.api) : root.api,
    resources: sortedRecord(withParents(root.resources), convert(canonicalResource), byPath),
    authorizers: sortedRecord(root.authorizers, convert(canonicalAuthorizer)),
    models: sortedRecord(root.models, convert(canonicalModel)),
    validators: sortedRecord(root.validators, convert(canonicalValidator)),
    gatewayResponses: sortedRecord(root.gatewayResponses, convert(canonicalGatewayResponse)),
    stages: sortedRecord(root.stages, convert(canonicalStage)),
  };
}
