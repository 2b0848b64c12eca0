import { type Headline, headlines } from '@/lib/domains/model';
import { headlineSlug } from '../tenants/search-params';

export interface OverviewView {
  view: 'picture' | 'table';
  /** Part of a hostname or of a tenant's name or slug. */
  search: string;
  /** Groups of the picture that are opened. */
  open: Headline[];
}

/** State of the overview from its address; nonsense becomes the default. */
export function readView(query: Record<string, string | string[] | undefined>): OverviewView {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const open = text('open').split(',');
  return {
    view: text('view') === 'table' ? 'table' : 'picture',
    search: text('q').trim().slice(0, 200),
    open: headlines.filter((headline) => open.includes(headlineSlug(headline))),
  };
}

/** Address of the overview in another state. */
export function overviewHref(view: OverviewView, change: Partial<OverviewView> = {}): string {
  const next = { ...view, ...change };
  const query = new URLSearchParams();
  if (next.view === 'table') query.set('view', 'table');
  if (next.search) query.set('q', next.search);
  if (next.open.length > 0) query.set('open', next.open.map(headlineSlug).join(','));
  const text = query.toString();
  return text ? `/overview?${text}` : '/overview';
}
