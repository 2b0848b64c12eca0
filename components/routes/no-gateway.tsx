import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** In place of the routes while none are known. */
export function NoGateway({ unread }: { unread: boolean }) {
  return (
    <Card flush>
      {unread ? (
        <EmptyState icon="route" title="The gateway is being read">
          Its routes appear here once AWS has been read.
        </EmptyState>
      ) : (
        <EmptyState icon="network" title="No shared gateway found">
          Tag your REST API with gatehouse:gateway, or name it with GATEHOUSE_REST_API_ID. Its routes then appear here
          within a minute.
        </EmptyState>
      )}
    </Card>
  );
}
