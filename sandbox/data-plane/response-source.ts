import type { GatewayCall } from './gateway-call';
import { type HeaderList, headerValues } from './header-list';
import { readBody, readGeneralSource } from './parameter-source';

/**
 * The values of a response parameter mapping's right side: `integration.response.header.X`, `…multivalueheader.X`,
 * `…body[.path]`, or what {@link readGeneralSource} knows.
 */
export function readResponseSource(
  call: GatewayCall,
  expression: string,
  headers: HeaderList,
  body: Buffer | null,
): string[] {
  const general = readGeneralSource(call, expression);
  if (general) return general;
  const [, source, name = ''] = /^integration\.response\.(header|multivalueheader)\.(.+)$/.exec(expression) ?? [];
  if (source !== undefined) {
    const values = headerValues(headers, name);
    return source === 'header' ? values.slice(-1) : values;
  }
  if (!readsResponseBody(expression)) return [];
  return readBody(body?.toString('utf8') ?? '', expression.slice('integration.response.body'.length));
}

export function readsResponseBody(expression: string): boolean {
  return /^integration\.response\.body(?:[.[]|$)/.test(expression);
}
