import { DraftBar } from '@/components/routes/draft-bar';
import type { RoutesPage } from '@/lib/routes/read-page';
import { chooseDraftAction, createDraftAction } from './actions';

/** The change set that edits of this page go to. */
export function Draft({ page, mayEdit }: { page: RoutesPage; mayEdit: boolean }) {
  return (
    <DraftBar
      current={page.draft}
      drafts={page.drafts}
      actions={mayEdit ? { choose: chooseDraftAction, create: createDraftAction } : null}
    />
  );
}
