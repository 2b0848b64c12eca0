import type { ExplainedRequest } from '@/lib/explain/model';
import { clientMethods, type TestInvokeInput } from '@/lib/explain/schemas';
import type { Extras } from './model';

/** The test of what was explained: the working copy's route, with the path as the gateway sees it. Null when it has none. Pure. */
export function testRequestOf(
  { asked, host, sides }: ExplainedRequest,
  extras: Extras,
): Omit<TestInvokeInput, 'stage'> | null {
  const working = sides.find(({ key }) => key === 'working');
  const method = clientMethods.find((one) => one === (working?.decision?.verb ?? asked.method));
  if (!working?.route || !method) return null;
  const { path, verb } = working.route;
  return { path, verb, method, pathWithQuery: pathWithQuery(asked.url, host?.path ?? null), ...extras };
}

/** `path` is null where the URL is a path by itself. */
function pathWithQuery(url: string, path: string | null): string {
  const [plain = ''] = url.trim().split('#', 1);
  const at = plain.indexOf('?');
  const query = at === -1 ? '' : plain.slice(at);
  return `${path ?? (at === -1 ? plain : plain.slice(0, at))}${query}`;
}
