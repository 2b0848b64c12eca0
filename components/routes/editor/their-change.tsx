import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Method } from '@/lib/gateway/model';
import { compareMethods } from '../describe-method';

/** Somebody else saved the same route meanwhile: what is different, and the two ways on. */
export function TheirChange({
  mine,
  theirs,
  onMine,
  onTheirs,
}: {
  mine: Method;
  theirs: Method;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const rows = compareMethods([theirs, mine], 0).filter(({ cells }) => cells[1]?.differs);
  return (
    <Notice
      tone="red"
      live
      title="Somebody else changed this route meanwhile"
      action={
        <div className="flex gap-2">
          <Button size="sm" onClick={onTheirs}>
            Take theirs
          </Button>
          <Button size="sm" onClick={onMine}>
            Stay with mine
          </Button>
        </div>
      }
    >
      <p>Nothing of yours is lost. With yours, the next save puts it in place of theirs.</p>
      <dl className="mt-2 grid gap-2 text-xs">
        {rows.map(({ label, cells }) => (
          <div key={label} className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]">
            <dt className="font-medium text-ink">{label}</dt>
            {cells.map(({ lines }, index) => (
              <dd key={index === 0 ? 'theirs' : 'mine'} className="break-name whitespace-pre-wrap">
                <span className="text-ink">{index === 0 ? 'Theirs: ' : 'Yours: '}</span>
                {lines.join('\n') || 'none'}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Notice>
  );
}
