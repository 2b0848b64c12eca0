import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { CheckItem } from '@/lib/share/model';
import { checkLooks } from './share-words';

/** What is done and what is left, in order. */
export function Checklist({ items }: { items: CheckItem[] }) {
  return (
    <ol className="grid gap-3">
      {items.map((item) => {
        const look = checkLooks[item.state];
        const quiet = item.state === 'later';
        return (
          <li key={item.key} className="flex gap-3">
            <Icon
              name={look.icon}
              className={cn(
                'mt-0.5 size-5 shrink-0',
                toneClasses[look.tone].text,
                item.state === 'ours' && 'motion-safe:animate-spin',
              )}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className={cn('break-name font-medium', quiet && 'text-ink-muted')}>{item.title}</span>
                <span className={cn('text-xs', toneClasses[look.tone].text)}>{look.word}</span>
              </p>
              <p className="break-name text-ink-muted text-sm">{item.sentence}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
