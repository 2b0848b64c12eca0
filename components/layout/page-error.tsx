'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { ErrorState } from '@/components/ui/error-state';
import { tooLargeSentence } from '@/lib/http/rejection-page';

/**
 * What a page shows when it could not be rendered. The server's log has the error under the same digest; its text never
 * reaches the browser. Every page loads this, so it brings no icons but its own.
 */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null;
  const databaseDown = useDatabaseDown();
  const tooLarge = tooLargeSentence(error);
  if (tooLarge !== null) return <TooLarge sentence={tooLarge} retry={retry} />;
  return (
    <ErrorState
      title={databaseDown ? 'The database does not answer' : 'This page could not be shown'}
      fix={
        databaseDown
          ? "Gatehouse shows its pages again as soon as the database is back. Nothing was changed; tenants' traffic does not depend on it."
          : "Nothing was changed, and tenants' traffic does not depend on it. If trying again does not help, look for the reference in the console's log."
      }
      reference={digest}
      action={
        <button type="button" className={buttonClass({ variant: 'primary' })} onClick={() => retry()}>
          Try again
        </button>
      }
    />
  );
}

/** A form was turned away for its size: what was typed is gone from the page, the browser's way back has it. */
function TooLarge({ sentence, retry }: { sentence: string; retry: () => void }) {
  return (
    <ErrorState
      title={sentence}
      fix="Shorten what you send, or send it in parts."
      action={
        <button type="button" className={buttonClass({ variant: 'primary' })} onClick={() => retry()}>
          Show the page again
        </button>
      }
    />
  );
}

/** Asks the server's health, since the error itself does not say why. False until that is known. */
function useDatabaseDown(): boolean {
  const [down, setDown] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    fetch('/api/health', { signal: controller.signal, cache: 'no-store' })
      .then((response) => response.json())
      .then((health: { database?: string }) => setDown(health.database === 'down'))
      // No answer at all: then the general sentence is the true one.
      .catch(() => {});
    return () => controller.abort();
  }, []);
  return down;
}
