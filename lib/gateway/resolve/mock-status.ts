import { parseJson, readJsonPath } from '../json-path';
import type { SentBody } from './model';

/**
 * The status that a mock's request template gives, which picks the integration response: `{"statusCode": 200}`. Null while nobody
 * rendered the template; a sentence when it gives none, with which every request fails.
 */
export function mockStatus(body: SentBody): number | null | string {
  if (body.kind === 'template' && body.text === null) return staticStatus(body.template);
  const text = body.kind === 'template' ? (body.text ?? '') : body.kind === 'client' ? body.text : '';
  const status = statusIn(text);
  return (
    status ?? 'The request template of a mock must come out as {"statusCode": 200}, and this one gives no statusCode.'
  );
}

/** A template without variables is what it comes out as. */
function staticStatus(template: string): number | null {
  return /[$#]/.test(template) ? null : statusIn(template);
}

/** AWS accepts `{statusCode: 200}` and single quotes too, which many APIs use. */
function statusIn(text: string): number | null {
  const [, relaxed] = /^\s*\{\s*["']?statusCode["']?\s*:\s*["']?(\d{3})["']?\s*[,}]/.exec(text) ?? [];
  const status = Number(relaxed ?? readJsonPath(parseJson(text), '$.statusCode') ?? Number.NaN);
  return Number.isInteger(status) ? status : null;
}
