import { createLoader, parseAsStringLiteral } from 'nuqs/server';
import { type HistoryWindow, historyWindows } from '@/lib/domains/history/model';

const usual: HistoryWindow = '30d';
const load = createLoader({ history: parseAsStringLiteral(historyWindows).withDefault(usual) });

/** How far back the history of the tenant's domains is shown. Nonsense becomes 30 days; never throws. */
export function readHistoryWindow(query: Record<string, string | string[] | undefined>): HistoryWindow {
  return load(query).history;
}

/** The address of a tenant's page with this window, at the domain that was clicked. */
export function historyHref(slug: string, hostname: string, window: HistoryWindow): string {
  const query = window === usual ? '' : `?history=${window}`;
  return `/tenants/${slug}${query}#${hostname}`;
}
