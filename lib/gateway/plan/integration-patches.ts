import type { Patch } from '@/lib/gateway/calls';
import type { Integration, IntegrationResponse } from '@/lib/gateway/model';
import { fieldPatch, keyedSetPatches, mapPatches } from './patches';

/**
 * What UpdateIntegration can't do, so that the integration has to be put again: the type; the role, which AWS's table of patches
 * doesn't have; and taking away what AWS knows no empty value for.
 */
export function mustBePutAgain(before: Integration, after: Integration): boolean {
  const isGone = (field: 'contentHandling' | 'cacheNamespace' | 'integrationTarget') =>
    before[field] !== null && after[field] === null;
  return (
    before.type !== after.type ||
    before.credentials !== after.credentials ||
    isGone('contentHandling') ||
    isGone('cacheNamespace') ||
    isGone('integrationTarget')
  );
}

export function integrationPatches(before: Integration, after: Integration): Patch[] {
  return [
    ...fieldPatch('/uri', before.uri, after.uri),
    ...fieldPatch('/httpMethod', before.httpMethod, after.httpMethod),
    ...fieldPatch('/connectionType', before.connectionType, after.connectionType),
    ...fieldPatch('/connectionId', before.connectionId, after.connectionId),
    ...fieldPatch('/integrationTarget', before.integrationTarget, after.integrationTarget),
    ...fieldPatch('/passthroughBehavior', before.passthroughBehavior, after.passthroughBehavior),
    ...fieldPatch('/contentHandling', before.contentHandling, after.contentHandling),
    ...fieldPatch('/timeoutInMillis', before.timeoutMs, after.timeoutMs),
    ...fieldPatch('/cacheNamespace', before.cacheNamespace, after.cacheNamespace),
    ...keyedSetPatches('/cacheKeyParameters', before.cacheKeyParameters, after.cacheKeyParameters),
    ...fieldPatch('/tlsConfig/insecureSkipVerification', before.tlsInsecure, after.tlsInsecure),
    ...fieldPatch('/responseTransferMode', before.responseTransferMode, after.responseTransferMode),
    ...mapPatches('/requestParameters', before.requestParameters, after.requestParameters),
    ...mapPatches('/requestTemplates', before.requestTemplates, after.requestTemplates),
  ];
}

export function integrationResponsePatches(before: IntegrationResponse, after: IntegrationResponse): Patch[] {
  return [
    ...fieldPatch('/selectionPattern', before.selectionPattern, after.selectionPattern),
    ...fieldPatch('/contentHandling', before.contentHandling, after.contentHandling),
    ...mapPatches('/responseParameters', before.parameters, after.parameters),
    ...mapPatches('/responseTemplates', before.templates, after.templates),
  ];
}
