import { clientMethods, type ExplainRequestInput } from '@/lib/explain/schemas';

type Query = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The request that the address asks about; its `url` is empty when it asks nothing. An unknown method becomes GET. */
export function readAsked(query: Query): Pick<ExplainRequestInput, 'method' | 'url'> {
  return { method: clientMethods.find((method) => method === query.method) ?? 'GET', url: one(query.url).trim() };
}
