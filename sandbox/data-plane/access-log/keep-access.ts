import { type Access, accessLine } from './access-line';
import type { AccessLogs } from './access-logs';

/** Writes a served request into the access log that its stage names, if it does. */
export function keepAccess(logs: AccessLogs, access: Access): void {
  const { scope, stage, restApi, request } = access.context;
  const { destinationArn, format } = stage.accessLogSettings ?? {};
  if (!destinationArn || !format) return;
  logs.add({
    at: new Date(request.receivedAt).toISOString(),
    scope,
    logGroup: nameIn(destinationArn),
    restApiId: restApi.id,
    stageName: stage.stageName,
    message: accessLine(format, access),
  });
}

/** The log group or delivery stream of an ARN. */
function nameIn(arn: string): string {
  return arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^(?:log-group:|deliverystream\/)/, '')
    .replace(/:\*$/, '');
}
