import 'server-only';

/** Whether an operation only looks. */
export function isRead(operation: string): boolean {
  return /^(Get|List|Describe)/.test(operation);
}
