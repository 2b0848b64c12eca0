// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and mapping templates write ${…} themselves
import { z } from 'zod';
import type { Integration } from '@/lib/gateway/model';
import { defineForm } from './define-form';
import { pointAt } from './point-at';
import { parseServiceUri, printServiceUri, regionOf } from './service-uri';

const functionArn = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:([\w-]|\$\{stageVariables\.\w+\})+$/;
const qualifierPattern = /^(\$LATEST|[\w-]*|\$\{stageVariables\.\w+\})$/;

const schema = z.object({
  /** The function gets the whole request as an event and answers with status, headers and body. */
  proxy: z.boolean(),
  /** Without version or alias. */
  functionArn: z
    .string()
    .trim()
    .min(1, 'Choose a function, or enter its ARN.')
    .max(1024, 'At most 1,024 characters.')
    .superRefine((arn, context) => {
      if (arn === '' || functionArn.test(arn)) return;
      const message = /:function:[^:]+:/.test(arn)
        ? 'Version or alias go into their own field.'
        : 'The ARN of a function: arn:aws:lambda:REGION:ACCOUNT:function:NAME.';
      context.addIssue({ code: 'custom', message });
    }),
  /** Alias, version, `${stageVariables.alias}`; `''` is the newest code. */
  qualifier: z
    .string()
    .trim()
    .max(128, 'At most 128 characters.')
    .regex(qualifierPattern, 'An alias, a version number, or ${stageVariables.name}.'),
  /** The answer is handed on while the function still writes it; pass-through only. */
  streaming: z.boolean(),
});

export type LambdaValues = z.infer<typeof schema>;

export const lambda = defineForm<LambdaValues>({
  title: 'Lambda function',
  sentence: 'A function in this or another account.',
  icon: 'zap',
  schema: schema.refine(({ proxy, streaming }) => proxy || !streaming, {
    path: ['streaming'],
    message: 'Only with pass-through: templates need the whole answer.',
  }),
  empty: () => ({ proxy: true, functionArn: '', qualifier: '', streaming: false }),
  read(_method, integration) {
    const target = lambdaTarget(integration.uri);
    return target && { proxy: integration.type === 'AWS_PROXY', ...target };
  },
  toMethod: (method, { proxy, functionArn, qualifier, streaming }, path) =>
    pointAt(
      method,
      {
        type: proxy ? 'AWS_PROXY' : 'AWS',
        uri: invocationUri(functionArn.trim(), qualifier.trim(), streaming),
        httpMethod: 'POST',
        responseTransferMode: streaming ? 'STREAM' : 'BUFFERED',
      },
      path,
    ),
  summary(integration) {
    const target = lambdaTarget(integration.uri);
    if (target === null) return integration.uri ?? '';
    const name = target.functionArn.split(':').slice(6).join(':');
    return target.qualifier === '' ? name : `${name}:${target.qualifier}`;
  },
});

/** What a Lambda integration calls; null for any other URI. */
export function lambdaTarget(uri: Integration['uri']): Omit<LambdaValues, 'proxy'> | null {
  const service = parseServiceUri(uri);
  const match =
    /^(?:2015-03-31\/functions\/(.+)\/invocations|2021-11-15\/functions\/(.+)\/response-streaming-invocations)$/.exec(
      service?.service === 'lambda' ? service.rest : '',
    );
  if (!match) return null;
  const [, buffered, streamed] = match;
  const parts = (buffered ?? streamed ?? '').split(':');
  return {
    functionArn: parts.slice(0, 7).join(':'),
    qualifier: parts.slice(7).join(':'),
    streaming: streamed !== undefined,
  };
}

/** The URI that AWS wants for a function: https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html */
function invocationUri(functionArn: string, qualifier: string, streaming: boolean): string {
  const target = qualifier === '' ? functionArn : `${functionArn}:${qualifier}`;
  const rest = streaming
    ? `2021-11-15/functions/${target}/response-streaming-invocations`
    : `2015-03-31/functions/${target}/invocations`;
  return printServiceUri({ region: regionOf(functionArn), subdomain: null, service: 'lambda', kind: 'path', rest });
}
