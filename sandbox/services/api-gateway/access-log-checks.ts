import type { Context } from '../../context';
import type { StoredStage } from '../../model';
import { gatewayAccount } from './gateway-account';
import { badRequest } from './refusals';

/** Facts 1.3, bytes. */
const maxFormat = 3072;

/**
 * Refuses a destination or a format that API Gateway can't log with: destination, role, format, in this order. The words are
 * those of issues and of another emulator's recordings, not of the facts.
 */
export function refuseBadAccessLog(context: Context, before: StoredStage, { accessLogSettings }: StoredStage): void {
  const { destinationArn, format } = accessLogSettings ?? {};
  if (destinationArn !== undefined && destinationArn !== before.accessLogSettings?.destinationArn) {
    refuseBadDestination(context, destinationArn);
    if (!gatewayAccount(context).cloudwatchRoleArn)
      throw badRequest('CloudWatch Logs role ARN must be set in account settings to enable logging');
  }
  if (format !== undefined) refuseBadFormat(format);
}

const logGroup = /^arn:[\w-]+:logs:([\w-]+):(\d{12}):log-group:[\w.\-/#]{1,512}(?::\*)?$/;
/** Delivery streams for API Gateway have a prefix of their own. */
const deliveryStream = /^arn:[\w-]+:firehose:([\w-]+):(\d{12}):deliverystream\/amazon-apigateway-[\w.-]+$/;

function refuseBadDestination({ account, region }: Context, arn: string): void {
  const wrong = 'Invalid ARN specified in the request.';
  if (!arn.startsWith('arn:')) throw badRequest(`${wrong} ARNs must start with 'arn:': ${arn}`);
  const [, arnRegion, arnAccount] = logGroup.exec(arn) ?? deliveryStream.exec(arn) ?? [];
  if (arnRegion !== region || arnAccount !== account)
    throw badRequest(
      `${wrong} The ARN must be a valid CloudWatch Logs log group or Kinesis Data Firehose delivery stream ARN.`,
    );
}

function refuseBadFormat(format: string): void {
  if (/[\r\n]/.test(format.replace(/\r?\n$/, '')))
    throw badRequest(
      `Access Log format must be single line, new line character is allowed only at end of the format: '${format}'`,
    );
  if (!/\$\{?context\.(requestId|extendedRequestId)\b/.test(format))
    throw badRequest(
      `Access Log format must include either $context.requestId or $context.extendedRequestId : '${format}'`,
    );
  if (Buffer.byteLength(format) > maxFormat) throw badRequest(`Access Log format must not exceed ${maxFormat} bytes`);
}
