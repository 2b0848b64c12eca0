import type { Tag } from '@aws-sdk/client-acm';
import { Failure } from '../../protocol/failure';

const maxTags = 50;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** `present` with `added` put in, each key once, in ACM's limits. */
export function mergeTags(present: Tag[], added: Tag[]): Tag[] {
  for (const { Key = '', Value = '' } of added) {
    if (
      Key === '' ||
      Key.length > 128 ||
      Value.length > 256 ||
      !allowed.test(Key) ||
      !allowed.test(Value) ||
      Key.startsWith('aws:')
    ) {
      throw new Failure('InvalidTagException', `The tag is not valid: ${Key}`);
    }
  }
  const merged = new Map([...present, ...added].map((tag) => [tag.Key, tag]));
  if (merged.size > maxTags)
    throw new Failure('TooManyTagsException', `A certificate can have at most ${maxTags} tags.`);
  return [...merged.values()];
}
