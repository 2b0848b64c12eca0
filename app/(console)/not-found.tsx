import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFound() {
  return (
    <EmptyState
      page
      icon="circle-question-mark"
      title="This does not exist, or not any more"
      action={
        <>
          <ButtonLink href="/tenants" variant="primary">
            See all tenants
          </ButtonLink>
          <ButtonLink href="/audit">Look in the audit log</ButtonLink>
        </>
      }
    >
      If it was removed, the audit log knows when and by whom.
    </EmptyState>
  );
}
