import 'server-only';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { fromOpenApi, type Problem } from '@/lib/gateway/openapi/from-open-api';
import { beginWith } from './begin-with';
import { findWorkingCopy } from './find-working-copy';
import { refuseInvalid } from './refuse-invalid';
import type { ImportAsChangeSetInput } from './schemas';

const longestName = 120;

/**
 * Begins a draft that brings the working copy to what an OpenAPI document says, so that an import is reviewed like any other edit.
 *
 * @returns the draft's number, how many differences it has, and sentences about what API Gateway ignores of the document
 * @throws ExpectedError `invalid` with sentences in `fields`, by their place in the document; `conflict` when the working copy is like
 *   that already; `not-found` before the gateway was read
 */
export async function importAsChangeSet(
  ctx: Context,
  { text, mode, name }: ImportAsChangeSetInput,
): Promise<{ number: number; differences: number; warnings: string[] }> {
  const copy = await findWorkingCopy(ctx.db);
  const read = fromOpenApi(text, { mode, base: copy.snapshot, resourceIds: copy.ids.resources });
  if ('problems' in read) throw notUnderstood(read.problems);
  const target = { ...read.snapshot, stages: copy.snapshot.stages };
  refuseInvalid(copy.snapshot, target, 'imported');
  const title = name === '' ? `Import ${target.api.name}` : name;
  const { number, changes } = await beginWith(ctx, copy, target, {
    name: title.slice(0, longestName),
    description: mode === 'merge' ? 'An OpenAPI document, merged' : 'An OpenAPI document, instead of what was there',
    summary: 'Imported an OpenAPI document',
  });
  return { number, differences: changes, warnings: read.warnings };
}

const mostPlaces = 100;

function notUnderstood(problems: readonly Problem[]): ExpectedError {
  const fields: Record<string, string> = {};
  for (const { path, sentence } of problems.slice(0, mostPlaces)) {
    // Without a place it is about the document as a whole.
    const place = path === '' ? 'text' : path;
    fields[place] = Object.hasOwn(fields, place) ? `${fields[place]} ${sentence}` : sentence;
  }
  const count = problems.length === 1 ? 'one place' : `${problems.length} places`;
  return new ExpectedError('invalid', `Nothing was imported: the document has ${count} that can't be understood.`, {
    fix: 'Correct the document, then import it again.',
    fields,
  });
}
