import type { ExplainedSent } from '@/lib/explain/model';

/** The request as text, as it would stand in a log. Pure. */
export function rawRequest({ requestLine, headers, body }: ExplainedSent): string {
  return [requestLine, ...headers.map(({ name, value }) => `${name}: ${value}`), ...(body ? ['', body] : [])].join(
    '\n',
  );
}
