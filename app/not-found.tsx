import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: 'Not found' };

/** For addresses that no page has. Sections have their own for things that are gone. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <EmptyState
        page
        icon="circle-question-mark"
        title="There is no page at this address"
        action={
          <ButtonLink href="/overview" variant="primary">
            Go to the overview
          </ButtonLink>
        }
      >
        The address may be mistyped, or what it showed was removed.
      </EmptyState>
    </main>
  );
}
