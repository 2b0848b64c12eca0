import type { CallContext } from '../gateway-call';
import { headerValue } from '../header-list';
import { readGeneralSource, readRequestSource } from '../parameter-source';

/**
 * What an authorizer's identity sources (`method.request.header.X`, several with commas) are in a request; `null` when one
 * of them is missing or empty. Header names are compared without regard to letter case here.
 */
export function identityValues(context: CallContext, sources: string): string[] | null {
  const values = sources
    .split(',')
    .map((source) => source.trim())
    .filter((source) => source !== '')
    .map((source) => sourceValue(context, source));
  return values.every((value): value is string => value !== undefined && value !== '') ? values : null;
}

function sourceValue(context: CallContext, source: string): string | undefined {
  const header = /^method\.request\.header\.(.+)$/.exec(source)?.[1];
  if (header !== undefined) return headerValue(context.request.headers, header);
  return (readGeneralSource(context, source) ?? readRequestSource(context, source, null)).at(-1);
}
