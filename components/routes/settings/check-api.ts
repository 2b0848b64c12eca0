import { parseJson } from '@/lib/gateway/canonicalise/json-text';
import type { ApiSettings } from '@/lib/gateway/model';

/** Sentences by field; none when the settings can be saved. Pure. */
export function checkApi({ name, binaryMediaTypes, minimumCompressionSize, policy }: ApiSettings) {
  const problems: Partial<Record<keyof ApiSettings, string>> = {};
  if (name.trim() === '') problems.name = 'Enter a name.';
  const wrong = binaryMediaTypes.find((type) => !/^[\w.+*-]+\/[\w.+*-]+$/.test(type));
  if (wrong) problems.binaryMediaTypes = `${wrong} is no content type such as image/png.`;
  if (minimumCompressionSize !== null && !(minimumCompressionSize >= 0 && minimumCompressionSize <= 10_485_760))
    problems.minimumCompressionSize = 'From 0 to 10,485,760 bytes.';
  if (policy !== null && parseJson(policy) === undefined) problems.policy = 'This is no JSON yet.';
  return problems;
}
