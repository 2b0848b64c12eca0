import { wasLive } from '@/lib/domains/decide/view';
import type { DomainStatus, HistoryState } from '@/lib/domains/model';

/** What the history keeps of a status: a Live domain that could not be looked at is neither Live nor Broken. Pure. */
export function stateOf({ headline, axes }: Pick<DomainStatus, 'headline' | 'axes'>): HistoryState {
  const serving = wasLive({ headline }) && headline !== 'Broken';
  return serving && axes.dns.state === 'unknown' ? 'Unknown' : headline;
}
