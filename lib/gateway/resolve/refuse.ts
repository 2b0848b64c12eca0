import { parseMapping } from '../mapping/parse-mapping';
import type { GatewayResponse, Snapshot } from '../model';
import { contextValue } from './context-value';
import type { Refusal, ResolveCall } from './model';
import { readMapping, stageVariable } from './read-mapping';

/** The gateway's refusals that follow from configuration and request. Facts 05, 5.6 and 08, 8.3. */
const refusals = {
  MISSING_AUTHENTICATION_TOKEN: [403, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  UNAUTHORIZED: [401, 'UnauthorizedException', 'Unauthorized'],
  INVALID_API_KEY: [403, 'ForbiddenException', 'Forbidden'],
  BAD_REQUEST_PARAMETERS: [400, 'BadRequestException', ''],
  BAD_REQUEST_BODY: [400, 'BadRequestException', 'Invalid request body'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'BadRequestException', 'Unsupported Media Type'],
  API_CONFIGURATION_ERROR: [500, 'InternalServerErrorException', 'Internal server error'],
} as const;

export type RefusalType = keyof typeof refusals;

/** `message` is the gateway's own text where it isn't always the same. */
export function refuse(
  snapshot: Snapshot,
  call: ResolveCall,
  type: RefusalType,
  sentence: string,
  message: string = refusals[type][2],
): Refusal {
  const [status, errorType] = refusals[type];
  const plain: Refusal = {
    status,
    errorType,
    responseType: type,
    body: JSON.stringify({ message }),
    headers: [
      ['x-amzn-ErrorType', errorType],
      ['Content-Type', 'application/json'],
    ],
    sentence,
  };
  const { gatewayResponses } = snapshot;
  const inherited = gatewayResponses[status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'];
  const custom = gatewayResponses[type] ?? inherited;
  return custom ? customise(plain, custom, inherited, call, message) : plain;
}

function customise(
  plain: Refusal,
  custom: GatewayResponse,
  inherited: GatewayResponse | undefined,
  call: ResolveCall,
  message: string,
): Refusal {
  const status = Number(custom.status ?? inherited?.status ?? plain.status);
  const templates = Object.entries(custom.templates);
  const [contentType, template] = templates.find(([type]) => type === 'application/json') ?? templates[0] ?? [];
  const headers = plain.headers.map(([name, value]): [string, string] => [
    name,
    name === 'Content-Type' ? (contentType ?? value) : value,
  ]);
  for (const [key, expression] of Object.entries(custom.parameters)) {
    const name = key.replace(/^gatewayresponse\.header\./, '');
    const parsed = parseMapping(expression, 'gateway-response');
    if (!parsed.ok) continue;
    const { mapping } = parsed;
    const values =
      mapping.kind === 'context'
        ? [errorOrContext(call, plain, message, mapping.name)].filter((value) => value !== undefined)
        : readMapping(call, mapping);
    for (const value of values) headers.push([name, value]);
  }
  const body = template === undefined ? plain.body : fillTemplate(template, call, plain, message);
  return { ...plain, status, headers, body };
}

/** Gateway responses know no VTL: variables are replaced, all else stays as it is. */
function fillTemplate(template: string, call: ResolveCall, plain: Refusal, message: string): string {
  return template
    .replace(
      /\$\{?context\.([A-Za-z0-9_.]*[A-Za-z0-9_])\}?/g,
      (whole, name: string) => errorOrContext(call, plain, message, name) ?? whole,
    )
    .replace(/\$\{?stageVariables\.([A-Za-z0-9_]+)\}?/g, (_, name: string) => stageVariable(call, name));
}

function errorOrContext(call: ResolveCall, plain: Refusal, message: string, name: string): string | undefined {
  if (name === 'error.message') return message;
  if (name === 'error.messageString') return JSON.stringify(message);
  if (name === 'error.responseType') return plain.responseType;
  return contextValue(call, name);
}
