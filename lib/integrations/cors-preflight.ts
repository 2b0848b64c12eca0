import { emptyIntegration, emptyMethod } from '@/lib/gateway/defaults';
import type { Method, Verb } from '@/lib/gateway/model';
import { type CorsOptions, corsVerbs } from './cors-options';
import { newResponse } from './new-response';
import { putResponses } from './put-responses';

export const corsHeader = (name: string): string => `method.response.header.Access-Control-${name}`;
const vary = 'method.response.header.Vary';
const constant = (value: string) => `'${value}'`;

/** An OPTIONS method that answers browsers by itself, without asking who they are. */
export function preflightMethod(options: CorsOptions): Method {
  const { status, origins } = options;
  const integration = {
    ...emptyIntegration('MOCK'),
    requestTemplates: { 'application/json': `{"statusCode": ${status}}` },
  };
  return putResponses(
    { ...emptyMethod(), integration },
    {
      [status]: newResponse(null, {
        parameters: preflightHeaders(options),
        templates: origins.length > 1 ? { 'application/json': originTemplate(origins) } : {},
      }),
    },
  );
}

/** What the answers themselves say, those to OPTIONS and all others. */
export function answerHeaders({ origins, credentials, exposeHeaders }: CorsOptions): Record<string, string> {
  return {
    [corsHeader('Allow-Origin')]: constant(origins[0] ?? '*'),
    ...(credentials ? { [corsHeader('Allow-Credentials')]: constant('true') } : {}),
    ...(exposeHeaders.length > 0 ? { [corsHeader('Expose-Headers')]: constant(exposeHeaders.join(',')) } : {}),
  };
}

function preflightHeaders(options: CorsOptions): Record<string, string> {
  const { methods, headers, maxAge, origins } = options;
  return {
    ...answerHeaders(options),
    [corsHeader('Allow-Methods')]: constant(methods.join(',')),
    ...(headers.length > 0 ? { [corsHeader('Allow-Headers')]: constant(headers.join(',')) } : {}),
    ...(maxAge === null ? {} : { [corsHeader('Max-Age')]: constant(String(maxAge)) }),
    ...(origins.includes('*') ? {} : { [vary]: constant('Origin') }),
  };
}

/**
 * An answer names one origin. The first is the header's constant; the template puts another one there when the request comes
 * from it. Browsers write `Origin`, over HTTP/2 `origin`; API Gateway tells the two apart.
 */
function originTemplate([, ...others]: string[]): string {
  return [
    '#set($origin = $input.params("Origin"))',
    '#if($origin == "")#set($origin = $input.params("origin"))#end',
    `#if(${others.map((origin) => `$origin == "${origin}"`).join(' || ')})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
  ].join('\n');
}

/** What an OPTIONS method answers; null when that is for the back end to say, or not constant. */
export function readPreflight(method: Method | undefined): CorsOptions | null {
  const [answer, ...others] = Object.entries(method?.integration?.responses ?? {});
  if (method?.integration?.type !== 'MOCK' || !answer || others.length > 0) return null;
  const [status, { parameters, templates }] = answer;
  const value = (name: string) => /^'([^']*)'$/.exec(parameters[corsHeader(name)] ?? '')?.[1] ?? null;
  const list = (name: string) =>
    value(name)
      ?.split(/\s*,\s*/)
      .filter((item) => item !== '') ?? [];
  const origin = value('Allow-Origin');
  if (origin === null) return null;
  const template = Object.values(templates)[0] ?? '';
  const maxAge = value('Max-Age');
  return {
    origins: [origin, ...[...template.matchAll(/\$origin == "([^"]+)"/g)].map((match) => match[1] ?? '')],
    methods: list('Allow-Methods').filter(isCorsVerb),
    headers: list('Allow-Headers'),
    exposeHeaders: list('Expose-Headers'),
    credentials: value('Allow-Credentials') === 'true',
    maxAge: maxAge !== null && /^\d+$/.test(maxAge) ? Number(maxAge) : null,
    status: status === '204' ? '204' : '200',
  };
}

function isCorsVerb(text: string): text is Exclude<Verb, 'ANY'> {
  return corsVerbs.some((verb) => verb === text);
}
