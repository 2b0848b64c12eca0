import 'server-only';
import { callScope } from './call-scope';
import { AwsError } from './errors';
import { isRead } from './is-read';
import { type Door, type Middleware, operationOf } from './middleware';
import type { ChangeRefusal } from './options';

/**
 * Lets only reads through while nothing may be changed on AWS. It stands in the door, so no action, step or applier gets past it;
 * TestInvokeMethod doesn't either, because it calls the back end.
 */
export function refuseChanges(door: Pick<Door, 'service' | 'refuseChange'>): Middleware {
  return (next, context) => async (args) => {
    const operation = operationOf(context);
    if (isRead(operation) || callScope().harmless) return next(args);
    const refusal = await door.refuseChange?.();
    if (refusal) throw unconfirmed(refusal, door.service, operation);
    return next(args);
  };
}

/** The refusal as the failure of a call that was never made. */
export function unconfirmed({ sentence, fix }: ChangeRefusal, service: string, operation: string): AwsError {
  return new AwsError({
    kind: 'unconfirmed',
    sentence,
    fix,
    actor: 'us',
    retryable: false,
    service,
    operation,
    awsCode: null,
    awsMessage: null,
    status: null,
    requestId: null,
    retryAt: null,
    reference: null,
  });
}
