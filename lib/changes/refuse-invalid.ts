import { ExpectedError } from '@/lib/errors';
import type { Snapshot } from '@/lib/gateway/model';
import { subjectKey } from '@/lib/gateway/subjects';
import { type FindingsOfChange, invalidOf, newFindings } from './new-findings';

/**
 * Lets a change pass that AWS can take. What was wrong before it is not held against it.
 *
 * @param notDone what doesn't happen then: `saved`, `applied`
 * @returns what lint says about it
 * @throws ExpectedError `invalid` with the sentences in `fields`, by `subjectKey`
 */
export function refuseInvalid(before: Snapshot, after: Snapshot, notDone: string): FindingsOfChange {
  const findings = newFindings(before, after);
  const invalid = invalidOf(findings.introduced);
  const [first] = invalid;
  if (first === undefined) return findings;
  const fields: Record<string, string> = {};
  for (const { subject, sentence } of invalid) {
    const key = subjectKey(subject);
    fields[key] = Object.hasOwn(fields, key) ? `${fields[key]} ${sentence}` : sentence;
  }
  const more = invalid.length > 1 ? ` And ${invalid.length - 1} more like it.` : '';
  throw new ExpectedError('invalid', `Nothing was ${notDone}: ${first.sentence}${more}`, {
    ...(first.fix === null ? {} : { fix: first.fix }),
    fields,
  });
}
