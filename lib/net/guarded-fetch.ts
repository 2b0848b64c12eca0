import 'server-only';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, buildConnector, fetch, type RequestInit, type Response } from 'undici';
import { ExpectedError } from '@/lib/errors';
import { type AddressGuard, refusalFix } from './address-guard';
import { getGuard } from './get-guard';

export interface GuardedOptions {
  /** What it is for, in words that begin a sentence: "The audit webhook". */
  purpose: string;
  guard?: AddressGuard;
  /** All addresses of a name; the system's by default, hosts file included. */
  resolve?: (hostname: string) => Promise<string[]>;
  /** From the first lookup to the last byte. */
  timeoutMs?: number;
  maxBodyBytes?: number;
  /** More CAs than the system trusts, PEM. */
  ca?: string[];
}

/** The answer, read to its end or to the limit. */
export interface GuardedAnswer {
  ok: boolean;
  status: number;
  headers: Headers;
  /** Where it came from after redirects. */
  url: string;
  text: string;
  /** There was more than `maxBodyBytes`. */
  truncated: boolean;
}

const maxRedirects = 5;

/**
 * `fetch` for URLs that people enter. Every connection looks its name up, has each address judged, and goes to exactly an
 * address that was judged, so that a name which answers otherwise the next time gains nothing. Redirects of GET and HEAD are
 * followed up to five times, each past the same checks and without credentials on another origin; other methods get the
 * redirect as their answer.
 *
 * @throws ExpectedError `invalid` for a URL or address that is out of bounds, `limit` when it takes too long or redirects too
 * often, `not-found` when the name or the server doesn't answer
 */
export async function guardedFetch(
  url: string | URL,
  init: Omit<RequestInit, 'dispatcher' | 'redirect'>,
  options: GuardedOptions,
): Promise<GuardedAnswer> {
  const { purpose, timeoutMs = 15_000, maxBodyBytes = 1_048_576 } = options;
  const agent = new Agent({ connect: connectorOf(options), connections: 1, pipelining: 1 });
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    const answer = await follow(
      check(url, purpose),
      { ...init, signal, dispatcher: agent, redirect: 'manual' },
      purpose,
    );
    return await read(answer, maxBodyBytes);
  } catch (error) {
    throw expectedFrom(error, purpose, timeout, timeoutMs);
  } finally {
    await agent.destroy();
  }
}

/** Refuses what is no plain http(s) URL; a browser's reading of odd hosts (`2130706433`, `0x7f.1`) is done by then. */
function check(url: string | URL, purpose: string): URL {
  const text = String(url);
  if (!URL.canParse(text)) throw new ExpectedError('invalid', `${purpose} has no URL that can be used.`);
  const parsed = new URL(text);
  if (!['http:', 'https:'].includes(parsed.protocol))
    throw new ExpectedError(
      'invalid',
      `${purpose} leads to ${parsed.protocol}, and only http: and https: are allowed.`,
    );
  if (parsed.username !== '' || parsed.password !== '')
    throw new ExpectedError('invalid', `${purpose} has a user name or password in its URL; leave them out.`);
  return parsed;
}

async function follow(url: URL, init: RequestInit, purpose: string): Promise<Response> {
  let at = url;
  let headers = new Headers(init.headers as ConstructorParameters<typeof Headers>[0]);
  const follows = ['GET', 'HEAD'].includes((init.method ?? 'GET').toUpperCase());
  for (let hops = 0; ; hops += 1) {
    const answer = await fetch(at, { ...init, headers: [...headers] });
    const location = [301, 302, 303, 307, 308].includes(answer.status) ? answer.headers.get('location') : null;
    if (!follows || location === null) return answer;
    await answer.body?.cancel();
    if (hops === maxRedirects)
      throw new ExpectedError('limit', `${purpose} redirects more than ${maxRedirects} times.`);
    const next = check(URL.canParse(location, at) ? new URL(location, at) : location, purpose);
    if (next.origin !== at.origin) {
      headers = new Headers([...headers].filter(([name]) => !['authorization', 'cookie'].includes(name)));
    }
    at = next;
  }
}

function connectorOf({ guard = getGuard(), resolve = systemAddresses, purpose, ca }: GuardedOptions) {
  const connect = buildConnector({ timeout: 10_000, ...(ca ? { ca } : {}) });
  const connector: buildConnector.connector = (target, callback) => {
    const name = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    addressFor(name, port).then(
      // TLS asks for and checks the name all the same.
      (address) => connect({ ...target, hostname: address, servername: isIP(name) ? '' : name }, callback),
      (error: Error) => callback(error, null),
    );
  };

  async function addressFor(name: string, port: number): Promise<string> {
    const addresses = isIP(name) ? [name] : await resolve(name);
    const refusals: string[] = [];
    for (const address of addresses) {
      const verdict = guard.check(address, port);
      if (verdict.ok) return address;
      refusals.push(`${address}, which is ${verdict.what}`);
    }
    if (refusals[0] === undefined) throw new ExpectedError('not-found', `${purpose}: ${name} does not resolve.`);
    const verb = isIP(name) ? 'leads' : `leads to ${name}, which resolves`;
    throw new ExpectedError('invalid', `${purpose} ${verb} to ${refusals[0]}.`, { fix: refusalFix });
  }

  return connector;
}

async function systemAddresses(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

async function read(answer: Response, maxBodyBytes: number): Promise<GuardedAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > maxBodyBytes) break;
  }
  const { ok, status, headers, url } = answer;
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBodyBytes));
  return { ok, status, headers: new Headers([...headers]), url, text, truncated: size > maxBodyBytes };
}

/** A fixed sentence for what went wrong; the original is its cause. */
function expectedFrom(error: unknown, purpose: string, timeout: AbortSignal, timeoutMs: number): unknown {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ExpectedError) return at;
  if (timeout.aborted)
    return new ExpectedError('limit', `${purpose} took longer than ${Math.round(timeoutMs / 1000)} s.`, {
      cause: error,
    });
  return new ExpectedError('not-found', `${purpose} could not be reached${codeOf(error)}.`, { cause: error });
}

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^[A-Z_]+$/.test(at.code)) return ` (${at.code})`;
  return '';
}
