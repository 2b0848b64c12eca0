import 'server-only';
import type { SessionUser } from '@/lib/auth/session';
import { listDrafts } from '@/lib/changes/list-drafts';
import type { GatewayView } from '@/lib/changes/model';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import type { Db } from '@/lib/db/db';
import { diff } from '@/lib/gateway/diff';
import type { SyncState } from '@/lib/inventory/model';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import type { DraftChoice } from './model';

/** What all pages about routes begin with. */
export interface RoutesPage {
  /** Null: nothing was read yet, or there is no gateway. */
  view: GatewayView | null;
  /** The draft that the reader's edits go to. */
  draft: (DraftChoice & { version: number; changes: number; conflicts: number }) | null;
  /** All open drafts, newest first. */
  drafts: DraftChoice[];
  /** How fresh what the pages show is. */
  states: SyncState[];
}

/** The gateway with the reader's draft, from the cache. */
export async function readRoutesPage(db: Db, user: Pick<SessionUser, 'id' | 'email'>): Promise<RoutesPage> {
  const [view, drafts, states] = await Promise.all([
    readGatewayView(db, { userId: user.id }),
    listDrafts(db),
    readSyncStates(db),
  ]);
  return {
    view,
    draft: view?.draft ? draftOf(view.working, view.draft) : null,
    drafts: drafts.map(({ number, name, author }) => ({
      number,
      name,
      author: author === user.email ? null : author,
    })),
    states: states.filter(({ kind }) => kind === 'rest-api' || kind === 'resource' || kind === 'stage'),
  };
}

function draftOf(
  working: GatewayView['working'],
  { changeSet, snapshot, conflicts }: NonNullable<GatewayView['draft']>,
) {
  const { number, name, author, version } = changeSet;
  return {
    number,
    name,
    author: author.name,
    version,
    changes: diff(working, snapshot).differences.length,
    conflicts: conflicts.length,
  };
}
