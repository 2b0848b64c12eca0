import { gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import { checkGatewayResponse } from '@/lib/gateway/mapping/check-mappings';
import type { Finding } from './finding';
import { finding, type Rule } from './rule';

export const gatewayResponses: Rule = ({ snapshot }) =>
  Object.entries(snapshot.gatewayResponses).flatMap(([type, response]): Finding[] => {
    const subject = { kind: 'gateway-response', type } as const;
    if (!Object.hasOwn(gatewayResponseStatuses, type)) {
      return [finding('invalid-gateway-response', 'error', subject, 'AWS knows no gateway response of this type.')];
    }
    const own =
      type === 'REQUEST_TOO_LARGE'
        ? [
            finding(
              'idle-gateway-response',
              'hint',
              subject,
              'AWS answers requests that are too large by itself, whatever stands here.',
            ),
          ]
        : [];
    return [
      ...own,
      ...checkGatewayResponse(response).map(({ key, sentence, severity }) =>
        finding(severity === 'error' ? 'invalid-mapping' : 'mapping', severity, subject, `${key}: ${sentence}`),
      ),
    ];
  });
