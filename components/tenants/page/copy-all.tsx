'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

/** Copies the records as text for an e-mail; says so only once that worked. */
export function CopyAll({ text }: { text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  return (
    <>
      <Button
        size="sm"
        icon={state === 'copied' ? 'check' : 'copy'}
        onClick={() => copyText(text).then((done) => setState(done ? 'copied' : 'failed'))}
        onBlur={() => setState('idle')}
      >
        Copy all as text
      </Button>
      <span role="status" className="text-ink-muted text-xs empty:hidden">
        {state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not allow copying' : ''}
      </span>
    </>
  );
}
