import type { FaultName, GatewayFault } from './fault';

type Describe = (reason: string, fault: GatewayFault) => string;

const configuration: Describe = (reason) => `Execution failed due to configuration error: ${reason}`;

/** How API Gateway's execution log tells of the faults that a method may run into. */
const descriptions: Partial<Record<FaultName, Describe>> = {
  // AWS doesn't tell which address it was.
  internal: (reason, fault) => configuration(reason.replace(/^(Invalid endpoint address): .*/s, '$1'), fault),
  badProxyAnswer: (reason, fault) => (reason.startsWith('Lambda') ? reason : configuration(reason, fault)),
  timedOut: () => 'Execution failed due to a timeout error',
  network: () => 'Execution failed due to a network error communicating with endpoint',
  badBody: (_, { validationError }) =>
    `Request body does not match model schema for content type application/json: ${validationError}`,
  badParameters: (_, { text }) => String(text),
  unsupportedMediaType: () => 'Unsupported media type. No request template matches the content type',
};

/** The line of an execution log that says why a call failed. */
export function describeFault(fault: GatewayFault): string {
  const reason = fault.reason ?? String(fault.text);
  return descriptions[fault.kind]?.(reason, fault) ?? configuration(reason, fault);
}
