'use client';

import { buttonClass } from '@/components/ui/button-class';
import { ErrorState } from '@/components/ui/error-state';

/**
 * What a page shows when it could not be rendered. The server's log has the error under the same digest; its text never
 * reaches the browser. Every page loads this, so it brings no icons but its own.
 */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null;
  return (
    <>
      <h1 className="sr-only">This page could not be shown</h1>
      <ErrorState
        title="This page could not be shown"
        fix="Nothing was changed. Usually the database did not answer for a moment; tenants' traffic does not depend on it."
        reference={digest}
        action={
          <button type="button" className={buttonClass({ variant: 'primary' })} onClick={() => retry()}>
            Try again
          </button>
        }
      />
    </>
  );
}
