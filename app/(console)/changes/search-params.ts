import { type ChangeSetState, changeSetStates } from '@/lib/changes/model';

/** What the chips of /changes show. */
export const statesOf: Record<'open' | 'waiting' | 'applied' | 'discarded' | 'all', readonly ChangeSetState[]> = {
  open: ['draft', 'applying', 'undoing', 'stopped'],
  /** For approval: of these, those that somebody has asked it for. */
  waiting: changeSetStates,
  applied: ['applied'],
  discarded: ['discarded'],
  all: changeSetStates,
};

export const shows = ['open', 'waiting', 'applied', 'discarded', 'all'] as const;

export interface ChangesFilter {
  show: keyof typeof statesOf;
  /** Only change sets with a smaller number. */
  before: number | null;
}

/** The address's filter; nonsense is the default. */
export function readChangesFilter(query: Record<string, string | string[] | undefined>): ChangesFilter {
  const { show: asked, before } = query;
  const show = shows.find((one) => one === asked);
  const number = Number(before);
  return {
    show: show ?? 'open',
    before: Number.isInteger(number) && number > 0 && number <= 2_147_483_647 ? number : null,
  };
}

export function changesHref({ show, before }: ChangesFilter): string {
  const query = new URLSearchParams({
    ...(show === 'open' ? {} : { show }),
    ...(before ? { before: `${before}` } : {}),
  });
  return query.size > 0 ? `/changes?${query}` : '/changes';
}
