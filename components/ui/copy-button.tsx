'use client';

import { useEffect, useState } from 'react';
import { cn } from './cn';
import { copyText } from './copy-text';
import { Icon } from './icon';

/** Copies `value` to the clipboard; the check mark and the announcement come only when that worked. */
export function CopyButton({
  value,
  label,
  className,
}: {
  value: string /** What is copied: "the ARN". */;
  label: string;
  className?: string;
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1800);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <button
      type="button"
      aria-label={`Copy ${label}`}
      title={`Copy ${label}`}
      onClick={() => copyText(value).then((done) => setState(done ? 'copied' : 'failed'))}
      className={cn(
        'relative inline-flex size-6 shrink-0 items-center justify-center rounded align-middle text-ink-subtle hover:bg-hover hover:text-ink',
        className,
      )}
    >
      <Icon
        name={state === 'copied' ? 'check' : state === 'failed' ? 'x' : 'copy'}
        className={cn('size-3.5', state === 'copied' && 'text-green', state === 'failed' && 'text-red')}
      />
      <span role="status" className="sr-only">
        {state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not allow copying' : ''}
      </span>
    </button>
  );
}
