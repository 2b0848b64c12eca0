import 'server-only';
import { Resolver as NodeResolver } from 'node:dns/promises';
import { normalName } from '@/lib/dns/normal-name';

/** Why a lookup gave no records. Each is another story to tell: only the first two say that nothing is there. */
export type LookupFailure = 'NXDOMAIN' | 'NODATA' | 'SERVFAIL' | 'REFUSED' | 'TIMEOUT' | 'ERROR';

export type Lookup<T> = { outcome: 'ok'; records: T[] } | { outcome: LookupFailure };

interface CaaRecord {
  critical: boolean;
  tag: string;
  value: string;
}

export interface Resolver {
  a(name: string): Promise<Lookup<string>>;
  aaaa(name: string): Promise<Lookup<string>>;
  /** Targets in lower case, without trailing dot. */
  cname(name: string): Promise<Lookup<string>>;
  /** The strings of each record joined. */
  txt(name: string): Promise<Lookup<string>>;
  caa(name: string): Promise<Lookup<CaaRecord>>;
  /** Name servers in lower case, without trailing dot. */
  ns(name: string): Promise<Lookup<string>>;
}

/** Codes of node:dns (c-ares) by what they mean. */
const failures: Record<string, LookupFailure> = {
  ENOTFOUND: 'NXDOMAIN',
  ENODATA: 'NODATA',
  ESERVFAIL: 'SERVFAIL',
  EREFUSED: 'REFUSED',
  ETIMEOUT: 'TIMEOUT',
  ECONNREFUSED: 'TIMEOUT',
};

interface Timing {
  timeoutMs?: number;
  tries?: number;
}

/**
 * A resolver that asks the given servers (`host:port`) with real packets, never the hosts file or the system's cache.
 * No servers: those of the system. Lookups never reject; the outcome says why there are no records.
 */
export function createResolver(servers: string[], { timeoutMs = 2000, tries = 2 }: Timing = {}): Resolver {
  const resolver = new NodeResolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    a: (name) => lookup(() => resolver.resolve4(name)),
    aaaa: (name) => lookup(() => resolver.resolve6(name)),
    cname: (name) => lookup(async () => (await resolver.resolveCname(name)).map(normalName)),
    txt: (name) => lookup(async () => (await resolver.resolveTxt(name)).map((strings) => strings.join(''))),
    caa: (name) => lookup(async () => (await resolver.resolveCaa(name)).map(reshapeCaa)),
    ns: (name) => lookup(async () => (await resolver.resolveNs(name)).map(normalName)),
  };
}

async function lookup<T>(ask: () => Promise<T[]>): Promise<Lookup<T>> {
  try {
    const records = await ask();
    return records.length > 0 ? { outcome: 'ok', records } : { outcome: 'NODATA' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { outcome: failures[code] ?? 'ERROR' };
  }
}

function reshapeCaa(record: object): CaaRecord {
  const { critical, ...rest } = record as { critical: number } & Record<string, unknown>;
  const [tag, value] = Object.entries(rest).find(([key]) => key !== 'type') ?? ['unknown', ''];
  return { critical: critical >= 128, tag, value: String(value) };
}
