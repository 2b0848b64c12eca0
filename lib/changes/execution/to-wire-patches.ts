import type { WirePatch } from '@/lib/aws/api-gateway/wire-patch';
import type { Patch } from '@/lib/gateway/calls';
import type { GatewayIds } from '@/lib/gateway/model';
import { findId } from './find-id';

/** Patches as AWS takes them: names of authorizers and validators become ids. */
export function toWirePatches(ids: GatewayIds, patches: readonly Patch[]): WirePatch[] {
  return patches.map(({ op, path, value }) => {
    if (value === undefined) return { op, path };
    if (typeof value === 'string') return { op, path, value };
    if ('authorizer' in value) return { op, path, value: findId(ids, 'authorizers', value.authorizer) };
    return { op, path, value: findId(ids, 'validators', value.validator) };
  });
}
