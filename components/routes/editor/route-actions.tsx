'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import type { Resource, Verb } from '@/lib/gateway/model';
import type { Reach } from '@/lib/routes/model';
import type { CurrentDraft, EditActions } from '../actions';
import { DeleteRoutes } from '../list/delete-routes';
import { newRouteHref } from '../route-href';
import { CorsDialog } from './cors-dialog';

/** What one may do with a whole route: copy it, delete it, let browsers of other origins call its path. */
export function RouteActions({
  path,
  verb,
  resource,
  reach,
  actions,
  draft,
}: {
  path: string;
  verb: Verb;
  /** The path with its methods, for CORS. */
  resource: Resource;
  reach: Reach;
  actions: EditActions;
  draft: CurrentDraft | null;
}) {
  const router = useRouter();
  const [open, setOpen] = useState<'cors' | 'delete' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <ButtonLink icon="copy" href={newRouteHref({ copy: path, verb })} prefetch={false}>
        Copy
      </ButtonLink>
      <Button icon="globe" onClick={() => setOpen('cors')}>
        CORS
      </Button>
      <Button variant="danger" icon="trash" onClick={() => setOpen('delete')}>
        Delete
      </Button>
      {open === 'cors' ? (
        <CorsDialog path={path} resource={resource} actions={actions} draft={draft} onClose={close} />
      ) : null}
      {open === 'delete' ? (
        <DeleteRoutes
          deletion={{ path, verb, routes: [{ path, verb }], paths: 0 }}
          reach={reach}
          actions={actions}
          draft={draft}
          onClose={close}
          onDeleted={() => router.push('/routes')}
        />
      ) : null}
    </>
  );
}
