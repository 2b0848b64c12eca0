import { type ChangeSetState, changeSetStates } from '@/lib/changes/model';

/** What the chips of /changes show. */
export const statesOf: Record<'open' | 'applied' | 'discarded' | 'all', readonly ChangeSetState[]> = {
  open: ['draft', 'applying', 'undoing', 'stopped'],
  applied: ['applied'],
  discarded: ['discarded'],
  all: changeSetStates,
};

export interface ChangesFilter {
  show: keyof typeof statesOf;
  /** Only change sets with a smaller number. */
  before: number | null;
}

/** The address's filter; nonsense is the default. */
export function readChangesFilter(query: Record<string, string | string[] | undefined>): ChangesFilter {
  const { show, before } = query;
  const number = Number(before);
  return {
    show: show === 'applied' || show === 'discarded' || show === 'all' ? show : 'open',
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
