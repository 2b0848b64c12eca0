import { z } from 'zod';
import { defineForm } from './define-form';
import { readHttp, toHttpMethod, toHttpType, urlSchema, verbSchema, withoutProtocol } from './http-fields';
import { pointAt } from './point-at';

const schema = z.object({
  /** Hand request and answer through as they are. */
  proxy: z.boolean(),
  url: urlSchema,
  verb: verbSchema,
});

export type HttpValues = z.infer<typeof schema>;

export const http = defineForm<HttpValues>({
  title: 'HTTP endpoint',
  sentence: 'A load balancer, EC2, ECS or any other server that is reachable on the internet.',
  icon: 'globe',
  schema,
  empty: () => ({ proxy: true, url: '', verb: 'same' }),
  read: (_method, integration) => (integration.connectionType === 'INTERNET' ? readHttp(integration) : null),
  toMethod: (method, { proxy, url, verb }, path) =>
    pointAt(
      method,
      {
        type: toHttpType(proxy),
        uri: url.trim(),
        httpMethod: toHttpMethod(verb),
        connectionType: 'INTERNET',
        connectionId: null,
        integrationTarget: null,
      },
      path,
    ),
  summary: ({ uri }) => withoutProtocol(uri),
});
