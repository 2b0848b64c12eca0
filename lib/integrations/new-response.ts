import { emptyIntegrationResponse } from '@/lib/gateway/defaults';
import type { IntegrationResponse, IntegrationType } from '@/lib/gateway/model';

export function newResponse(
  selectionPattern: string | null,
  more: Partial<IntegrationResponse> = {},
): IntegrationResponse {
  return { ...emptyIntegrationResponse(), selectionPattern, ...more };
}

/** Whether AWS hands request and answer through as they are, without integration responses. */
export const isProxy = (type: IntegrationType): boolean => type.endsWith('_PROXY');
