import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';

/** What an action answered that belongs to no single field: the refusal with what to do, and its reference. */
export function FormMessage({ result }: { result: ActionResult<unknown> | null }) {
  if (!result || result.ok) return null;
  return (
    <Notice tone="red" title={result.message} live>
      {result.fix ? <p>{result.fix}</p> : null}
      {result.reference ? (
        <p>
          Reference <code className="select-all text-ink">{result.reference}</code>
        </p>
      ) : null}
    </Notice>
  );
}
