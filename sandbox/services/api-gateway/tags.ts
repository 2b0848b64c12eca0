import { badRequest } from './refusals';

const maxTags = 50;

/** Tags in API Gateway's limits (facts 3.1). */
export function checkedTags(tags: Record<string, string>): Record<string, string> {
  for (const [key, value] of Object.entries(tags)) {
    if (key === '' || key.length > 128 || key.startsWith('aws:')) throw badRequest(`Invalid tag key: ${key}`);
    if (value.length > 256) throw badRequest(`Invalid tag value for key: ${key}`);
  }
  if (Object.keys(tags).length > maxTags) throw badRequest(`A resource can have at most ${maxTags} tags.`);
  return tags;
}
