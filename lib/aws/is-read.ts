import 'server-only';

/** Whether an operation only looks. */
export function isRead(operation: string): boolean {
  return /^(Get|List|Describe)/.test(operation);
}

/** Whether an operation changes something at AWS. TestInvokeMethod is neither: it really calls the back end, and nothing else. */
export function changesAws(operation: string): boolean {
  return !isRead(operation) && operation !== 'TestInvokeMethod';
}
