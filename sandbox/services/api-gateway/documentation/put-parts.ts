import type { Context } from '../../../context';
import type { StoredDocumentationPart } from '../../../model';
import { keyOf } from '../../../scope';
import type { Transaction } from '../../../state';
import { randomId } from '../random-id';
import { refuseOverQuota } from '../refuse-over-quota';
import type { ImportedPart } from './documentation-of';
import { printedLocation } from './location';

/**
 * Puts what a document says: `overwrite` first takes away all there was, `merge` replaces the part of the same place. Answers
 * the ids of the parts, in the document's order.
 */
export function putDocumentationParts(
  { context, tx, restApiId }: { context: Context; tx: Transaction; restApiId: string },
  parts: ImportedPart[],
  mode: 'merge' | 'overwrite',
): string[] {
  const key = (id = '') => keyOf.documentationPart(context.scope, restApiId, id);
  const present = new Map<string, StoredDocumentationPart>();
  for (const part of context.state.list('documentationParts', key())) {
    if (mode === 'overwrite') tx.remove('documentationParts', key(part.id));
    else present.set(printedLocation(part.location), part);
  }
  return parts.map((part) => {
    const place = printedLocation(part.location);
    const known = present.get(place);
    if (!known) refuseOverQuota(context, 'maxDocumentationParts', present.size);
    const stored = { ...part, id: known?.id ?? randomId(6) };
    present.set(place, stored);
    tx.put('documentationParts', key(stored.id), stored);
    return stored.id;
  });
}
