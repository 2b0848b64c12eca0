import 'server-only';
import { AwsError } from './errors';

/** Whether a failed call may have happened all the same: no answer came, or AWS was in trouble amid it. */
export function outcomeUnknown(error: unknown): error is AwsError {
  return error instanceof AwsError && (error.kind === 'unreachable' || error.kind === 'unavailable');
}
