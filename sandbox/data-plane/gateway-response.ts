import type { GatewayResponse } from '@aws-sdk/client-api-gateway';
import { contextVariable } from './context-variables';
import type { GatewayFault } from './fault';
import type { CallContext } from './gateway-call';
import { headerValue } from './header-list';
import type { GatewayAnswer } from './integration-answer';
import { readRequestSource } from './parameter-source';

/**
 * The gateway's own answer to a fault: what the API's gateway responses make of it, else AWS's usual one. Templates are
 * filled in plainly, they are no VTL (facts 05, section 5.6). `context` is `null` before any API is known.
 */
export function gatewayAnswer(fault: GatewayFault, context: CallContext | null): GatewayAnswer {
  const response = context && customResponse(fault, context);
  const inError = context && { ...context, error: errorContext(fault) };
  const { type, body } = inError && response ? renderedBody(inError, response) : { type: null, body: null };
  const headers = inError && response ? mappedHeaders(inError, response) : [];
  const contentType = headerValue(headers, 'Content-Type') ?? type ?? 'application/json';
  return {
    status: Number(response?.statusCode ?? fault.status),
    headers: [
      ['x-amzn-ErrorType', fault.errorType ?? ''],
      ['Content-Type', contentType],
      ...headers.filter(([name]) => name.toLowerCase() !== 'content-type'),
    ],
    body: Buffer.from(body ?? usualBody(fault)),
  };
}

/** The one put for the type, else the one put for its class, whose settings the type inherits. */
function customResponse(fault: GatewayFault, { snapshot }: CallContext): GatewayResponse | undefined {
  if (fault.responseType === null) return undefined;
  const ofType = (type: string) => snapshot.gatewayResponses.find(({ responseType }) => responseType === type);
  return ofType(fault.responseType) ?? ofType(fault.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
}

function usualBody(fault: GatewayFault): string {
  // The one message that AWS writes with a capital.
  return JSON.stringify(fault.kind === 'accessDenied' ? { Message: fault.text } : { message: fault.text });
}

/** `$context.error.*` */
export function errorContext(fault: GatewayFault) {
  return {
    message: fault.text ?? '',
    messageString: JSON.stringify(fault.text),
    responseType: fault.responseType ?? '',
    // Comes escaped, to stand between quotes.
    validationErrorString: JSON.stringify(fault.validationError).slice(1, -1),
  };
}

/** By what the client accepts first, else JSON, else the first there is; without templates the usual body. */
function renderedBody(
  context: CallContext,
  { responseTemplates = {} }: GatewayResponse,
): { type: string | null; body: string | null } {
  const accepted = (headerValue(context.request.headers, 'Accept') ?? '').split(/[,;]/, 1)[0]?.trim();
  const types = Object.keys(responseTemplates);
  const type = [accepted, 'application/json', types[0]].find((each) => each !== undefined && types.includes(each));
  if (type === undefined) return { type: null, body: null };
  return { type, body: fillIn(context, responseTemplates[type] ?? '') };
}

const reference =
  /\$(?:\{(context|stageVariables|method\.request)\.([\w.-]+)\}|(context|stageVariables|method\.request)\.([\w-]+(?:\.[\w-]+)*))/g;

function fillIn(context: CallContext, template: string): string {
  return template.replace(reference, (_, inBraces, nameInBraces, bare, bareName) => {
    const [source, name] = [inBraces ?? bare, nameInBraces ?? bareName] as [string, string];
    if (source === 'context') return contextVariable(context, name) ?? '';
    return readRequestSource(context, `${source}.${name}`, null).at(-1) ?? '';
  });
}

function mappedHeaders(context: CallContext, { responseParameters = {} }: GatewayResponse): [string, string][] {
  return Object.entries(responseParameters).flatMap(([target, expression]): [string, string][] => {
    const name = /^gatewayresponse\.header\.(.+)$/.exec(target)?.[1];
    if (name === undefined) return [];
    return readRequestSource(context, expression, null).map((value) => [name, value]);
  });
}
