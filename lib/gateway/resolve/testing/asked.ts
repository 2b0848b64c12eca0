import { sampleMethod } from '../../mapping/testing/sample-method';
import { sampleSnapshot } from '../../mapping/testing/sample-snapshot';
import type { Integration, Snapshot } from '../../model';
import { type Refusal, type ResolveOptions, requestOf, resolve, type SentRequest } from '../../resolve';

type Asked = Parameters<typeof requestOf>[0];

/** What the back end gets through `ANY /a/{id}` with this integration, asked for /a/7; throws when it gets nothing. */
export function sent(
  integration: Partial<Integration>,
  asked: Partial<Asked> = {},
  options: ResolveOptions = {},
): SentRequest {
  const snapshot = sampleSnapshot({ 'ANY /a/{id}': sampleMethod(integration) });
  const resolution = resolve(snapshot, requestOf({ verb: 'GET', path: '/a/7', ...asked }), options);
  if (resolution.outcome !== 'sent') throw new Error(JSON.stringify(resolution));
  return resolution.request;
}

/** The gateway's refusal; throws when it lets the request pass. */
export function refusalOf(snapshot: Snapshot, asked: Asked, options: ResolveOptions = {}): Refusal {
  const resolution = resolve(snapshot, requestOf(asked), options);
  if (resolution.outcome !== 'refused') throw new Error(resolution.outcome);
  return resolution.refusal;
}

export const valuesOf = ({ headers }: SentRequest, name: string) =>
  headers.filter((header) => header.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value);
