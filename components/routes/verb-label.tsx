import { cn } from '@/components/ui/cn';
import type { Verb } from '@/lib/gateway/model';

/** Reads are quiet, writes and deletions stand out a little; the word says it, the colour only helps the eye. */
const colours: Record<Verb, string> = {
  GET: 'text-blue',
  HEAD: 'text-blue',
  OPTIONS: 'text-ink-muted',
  POST: 'text-green',
  PUT: 'text-amber',
  PATCH: 'text-amber',
  DELETE: 'text-red',
  ANY: 'text-violet',
};

/** An HTTP method as routes show it. */
export function VerbLabel({ verb, struck = false }: { verb: Verb; struck?: boolean }) {
  return (
    <code className={cn('font-semibold text-2xs tracking-wide', colours[verb], struck && 'line-through')}>{verb}</code>
  );
}
