import { accountIn } from '../scope';
import type { State } from '../state';
import { collectionNames } from '../state';
import type { AdminRoute } from './admin-route';

interface Content {
  /** Null for what belongs to the sandbox as a whole: buckets, the customer's DNS provider. */
  account: string | null;
  /** A region, or `global` for Route 53. */
  region: string | null;
  /** Number of records by collection; empty ones are left out. */
  counts: Record<string, number>;
}

/**
 * GET: how much there is of everything, by account and region, the fullest first. With `?records=all` the records themselves, by
 * collection and key: to see whether anything at all was changed.
 */
export const state: { GET: AdminRoute } = {
  GET: (sandbox, { query }) => (query.get('records') === 'all' ? recordsOf(sandbox.state) : contentOf(sandbox.state)),
};

function recordsOf(stored: State): Record<string, Record<string, unknown>> {
  const collections = collectionNames.filter((name) => name !== 'meta');
  return Object.fromEntries(
    collections.map((name) => [
      name,
      Object.fromEntries([...stored.entries(name)].map(({ key, value }) => [key, value])),
    ]),
  );
}

function contentOf(stored: State): Content[] {
  const contents = new Map<string, Content>();
  // Record sets are kept by zone, whosever it is.
  const ownerOfZone = new Map([...stored.keys('zones')].map((key) => [key.split('/')[2], accountIn(key)]));
  for (const name of collectionNames) {
    if (name === 'meta') continue;
    for (const key of stored.keys(name)) {
      const [, scope = null, region = null, id = ''] = /^(\d{12})\/([^/]+)(?:\/([^/]*))?/.exec(key) ?? [];
      const account = name === 'recordSets' ? (ownerOfZone.get(id) ?? scope) : scope;
      const content = contents.get(`${account}/${region}`) ?? { account, region, counts: {} };
      content.counts[name] = (content.counts[name] ?? 0) + 1;
      contents.set(`${account}/${region}`, content);
    }
  }
  return [...contents.values()].sort((one, other) => sum(other) - sum(one));
}

function sum({ counts }: Content): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
