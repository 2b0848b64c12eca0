import type { Method } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { isJson } from '../json';
import { readResponseModels } from './bodies';
import type { Models } from './models';
import { booleanOf, entriesOf, get, isThere, type Node, type Reading, resolve, warn } from './reading';

/** Responses by status. An export doesn't say whether a header is required: that stays as it is in `before`. */
export function readResponses(
  reading: Reading,
  node: Node,
  { title, before }: { title: string; before: Method | null },
  models: Models,
): Method['responses'] {
  const responses: Method['responses'] = {};
  for (const [status, entry] of entriesOf(reading, get(node, 'responses'))) {
    if (status.startsWith('x-') || saysNothing(entry)) continue;
    if (!/^[1-5]\d\d$/.test(status)) {
      warn(reading, entry, `API Gateway has a response for each status and none for "${status}"; it is left out.`);
      continue;
    }
    const response = resolve(reading, entry);
    const known = entryOf(before?.responses, status)?.parameters;
    const headers = entriesOf(reading, get(response, 'headers')).map(([name, header]) => {
      const key = `method.response.header.${name}`;
      const required = get(resolve(reading, header), 'required');
      return [key, isThere(required) ? booleanOf(reading, required) : (entryOf(known, key) ?? false)];
    });
    responses[status] = {
      parameters: Object.fromEntries(headers),
      models: readResponseModels(reading, node, response, `${title} ${status}`, models),
    };
  }
  return responses;
}

/** AWS's export has such a response where a method has none. */
function saysNothing({ path, value }: Node): boolean {
  return path.at(-1) === 'default' && isJson(value) && Object.keys(value).join() === 'description';
}
