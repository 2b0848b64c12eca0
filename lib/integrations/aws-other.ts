import { z } from 'zod';
import { emptyIntegration } from '@/lib/gateway/defaults';
import { integrationTypes, verbs } from '@/lib/gateway/model';
import { defineForm } from './define-form';
import { isProxy } from './new-response';
import { oneResponse, putResponses } from './put-responses';
import { parseServiceUri } from './service-uri';
import { mapUriVariables } from './uri-variables';

const schema = z
  .object({
    type: z.enum(integrationTypes),
    /** `''` for MOCK. */
    uri: z.string().trim().max(2048, 'At most 2,048 characters.'),
    /** `''` for MOCK. */
    httpMethod: z.enum(['', ...verbs]),
    /** Role; `''` is none. */
    credentials: z.string().trim().max(2048, 'At most 2,048 characters.'),
    /** By content type of the request; an empty template passes the body on as it is. */
    templates: z
      .array(
        z.object({
          contentType: z
            .string()
            .trim()
            .regex(/^[\w.+-]+\/[\w.+*-]+(;.*)?$/, 'A content type such as application/json.'),
          template: z.string().max(300_000, 'At most 300,000 characters.'),
        }),
      )
      .max(50, 'At most 50 templates.')
      .superRefine((templates, context) => {
        templates.forEach(({ contentType }, index) => {
          if (templates.findIndex((other) => other.contentType === contentType) < index)
            context.addIssue({ code: 'custom', path: [index, 'contentType'], message: 'It is in the list already.' });
        });
      }),
  })
  .superRefine(({ type, uri, httpMethod, credentials }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (type === 'MOCK') {
      if (uri !== '') issue('uri', 'A mock calls nothing: leave this empty.');
      if (httpMethod !== '') issue('httpMethod', 'A mock calls nothing: leave this empty.');
      return;
    }
    if (httpMethod === '') issue('httpMethod', 'Choose a method.');
    const problem = type.startsWith('HTTP') ? httpProblem(uri) : serviceProblem(uri);
    if (problem) issue('uri', problem);
    const isLambda = parseServiceUri(uri)?.service === 'lambda';
    if (type === 'AWS' && credentials === '' && !isLambda)
      issue('credentials', 'Enter the ARN of the role that may call the service.');
  });

export type AwsOtherValues = z.infer<typeof schema>;

function httpProblem(uri: string): string | null {
  return /^https?:\/\/\S+$/.test(uri) ? null : 'A URL that starts with https:// or http://.';
}

function serviceProblem(uri: string): string | null {
  if (uri === '') return 'Enter the URI of the service.';
  if (!uri.startsWith('arn:aws')) return 'Begin with arn:aws:apigateway:REGION:SERVICE.';
  if (!parseServiceUri(uri)) return 'After the service follow :path/… or :action/….';
  return null;
}

/** Of HTTP integrations only. */
const noConnection = {
  connectionType: 'INTERNET',
  connectionId: null,
  integrationTarget: null,
  tlsInsecure: false,
} as const;

/** Any integration as AWS's own fields: what no other form fits. It keeps everything that it doesn't ask for. */
export const awsOther = defineForm<AwsOtherValues>({
  title: 'Another AWS service',
  sentence: "Any service that API Gateway can call, such as DynamoDB or SQS, in AWS's own fields.",
  icon: 'cloud',
  schema,
  empty: (region = '') => ({
    type: 'AWS',
    uri: `arn:aws:apigateway:${region}:`,
    httpMethod: 'POST',
    credentials: '',
    templates: [],
  }),
  read: (_method, { type, uri, httpMethod, credentials, requestTemplates }) => ({
    type,
    uri: uri ?? '',
    httpMethod: verbs.find((verb) => verb === httpMethod) ?? '',
    credentials: credentials ?? '',
    templates: Object.entries(requestTemplates).map(([contentType, template]) => ({ contentType, template })),
  }),
  toMethod(method, { type, uri, httpMethod, credentials, templates }, path) {
    const before = method.integration;
    const integration = {
      ...(before ?? emptyIntegration(type)),
      ...(before?.type === type || type.startsWith('HTTP') ? {} : noConnection),
      type,
      uri: uri.trim() || null,
      httpMethod: httpMethod || null,
      credentials: credentials.trim() || null,
      requestTemplates: Object.fromEntries(templates.map((row) => [row.contentType, row.template])),
    };
    const mapped = mapUriVariables(method, integration, before?.uri ?? null, path);
    const needsResponses = !isProxy(type) && Object.keys(integration.responses).length === 0;
    return needsResponses && before?.type !== type ? putResponses(mapped, oneResponse) : mapped;
  },
  summary({ uri }) {
    const service = parseServiceUri(uri);
    return service ? `${service.service}: ${service.rest}` : (uri ?? '');
  },
});
