import { parseJson, readJsonPath } from '../json-path';
import { headerValue } from '../resolve/headers';
import type { TemplateInput } from './model';

/** `$input` of a template. What isn't there is an empty text. Facts 04, 4.7. */
export function inputObject({ body, params }: TemplateInput) {
  const json = parseJson(body);
  const { path, querystring, header } = params;
  const own = (record: Record<string, string>, name: string) =>
    Object.hasOwn(record, name) ? record[name] : undefined;
  return {
    body,
    json: (jsonPath: unknown) => JSON.stringify(readJsonPath(json, String(jsonPath ?? '$')) ?? ''),
    path: (jsonPath: unknown) => readJsonPath(json, String(jsonPath ?? '$')) ?? '',
    params: (name?: string) => {
      if (name === undefined) return { path: { ...path }, querystring: { ...querystring }, header: { ...header } };
      // Path before query before headers, as AWS looks.
      return own(path, name) ?? own(querystring, name) ?? headerValue(Object.entries(header), name) ?? '';
    },
  };
}
