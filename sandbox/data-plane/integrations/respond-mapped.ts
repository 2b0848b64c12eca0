import { applyIntegrationResponse } from '../integration-response';
import type { IntegrationSteps } from './integration';

/** HTTP and AWS: the integration response picks and maps, and the trace shows (facts 08, section 8.4). */
export const respondMapped: IntegrationSteps['respond'] = async (call, answer) => {
  const mapped = await applyIntegrationResponse(call, answer);
  return { ...mapped, headers: [...mapped.headers, ['X-Amzn-Trace-Id', call.request.traceId]] };
};
