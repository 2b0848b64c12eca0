import { isIP } from 'node:net';

export interface Incoming {
  method: string;
  /** Without query. */
  path: string;
  header(name: string): string | null;
}

export interface Place {
  /** `NEXTAUTH_URL`: where people reach the console. */
  publicUrl: string | null;
  /** `HOST`: what it listens on. */
  host: string;
  /** Whether a proxy in front writes the X-Forwarded headers. */
  trustProxy: boolean;
}

export interface Rejection {
  status: 403 | 411 | 413 | 421;
  /** For who is at the other end. */
  sentence: string;
}

const kilobyte = 1024;
/** An OpenAPI document may have 6 MB, AWS's own limit; the form around it needs some, too. */
const importPath = '/routes/import';

/** Load balancers ask by address, and it tells no secrets. */
const forEveryHost = ['/api/health'];

/** An identity provider calls it, with a signed token instead of a cookie. */
const fromServers = ['/api/auth/backchannel-logout'];

/** Largest body in bytes: of a visitor, of somebody with a session, and of an import. */
export const bodyLimits = { visitor: 64 * kilobyte, session: kilobyte * kilobyte, import: 7 * kilobyte * kilobyte };

/**
 * What is wrong with a request before anybody looks at what it wants; null when nothing is. `hasSession` is asked only for
 * bodies that a visitor may not send. Pure.
 */
export async function admitRequest(
  request: Incoming,
  place: Place,
  hasSession: () => Promise<boolean>,
): Promise<Rejection | null> {
  return checkHost(request, place) ?? checkOrigin(request, place) ?? (await checkBody(request, hasSession));
}

/** As the client named us; a proxy's word counts only where one is trusted. */
function namedHost({ header }: Incoming, { trustProxy }: Place): string {
  const forwarded = trustProxy ? header('x-forwarded-host')?.split(',').at(-1)?.trim() : undefined;
  return (forwarded || header('host') || '').toLowerCase();
}

/**
 * A stranger's name can be pointed at this machine, and its pages would then count as ours in the browser of who is here. So
 * only the public name is answered, and this machine's own names, by which Next.js asks itself; without a public name also bare
 * addresses, which no DNS answer stands behind.
 */
function checkHost(request: Incoming, place: Place): Rejection | null {
  if (forEveryHost.includes(request.path)) return null;
  const named = namedHost(request, place);
  const hostname = URL.canParse(`http://${named}`) ? new URL(`http://${named}`).hostname : '';
  if (isLocal(hostname) || (hostname !== '' && hostname === place.host.toLowerCase())) return null;
  const url = publicPlace(place);
  if (url) {
    // A proxy may name the port that a browser leaves out.
    if (named === url.host || named === `${url.hostname}:${url.protocol === 'https:' ? 443 : 80}`) return null;
  } else if (isIP(hostname.replace(/^\[|\]$/g, '')) > 0) return null;
  return {
    status: 421,
    sentence: 'This console is not known by that name. Open it at its own address, or set NEXTAUTH_URL to this one.',
  };
}

/** `NEXTAUTH_URL` where it is more than a name of this machine. */
function publicPlace({ publicUrl }: Place): URL | null {
  const url = publicUrl === null ? null : new URL(publicUrl);
  return url && !isLocal(url.hostname) ? url : null;
}

function isLocal(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * What changes something comes from our own pages: browsers say so in `Origin` or `Sec-Fetch-Site`. Neither means that no
 * browser sent it, and nothing else has any business here. Data isn't there for other sites' pages either.
 */
function checkOrigin(request: Incoming, place: Place): Rejection | null {
  const { method, path, header } = request;
  const site = header('sec-fetch-site');
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) {
    const isData = path.startsWith('/api/') && !path.startsWith('/api/auth/') && !forEveryHost.includes(path);
    return isData && (site === 'cross-site' || site === 'same-site') ? foreign : null;
  }
  if (fromServers.includes(path)) return null;
  const origin = header('origin');
  if (origin === null) return site === 'same-origin' ? null : foreign;
  return isOwnOrigin(origin, request, place) ? null : foreign;
}

const foreign: Rejection = {
  status: 403,
  sentence: 'This was not sent by a page of this console, so nothing was done.',
};

function isOwnOrigin(origin: string, request: Incoming, place: Place): boolean {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  const url = publicPlace(place);
  if (url) return origin === url.origin;
  const named = `http://${namedHost(request, place)}`;
  return URL.canParse(named) && new URL(origin).host === new URL(named).host;
}

/** A body says its length beforehand, and Node reads no more than that; nobody's browser sends one in chunks. */
async function checkBody(request: Incoming, hasSession: () => Promise<boolean>): Promise<Rejection | null> {
  const { method, path, header } = request;
  if (method === 'GET' || method === 'HEAD') return null;
  if (header('transfer-encoding') !== null)
    return { status: 411, sentence: 'Send the length of the body (Content-Length), not chunks.' };
  const bytes = Number(header('content-length') ?? 0);
  if (bytes <= bodyLimits.visitor) return null;
  const limit = !(await hasSession())
    ? bodyLimits.visitor
    : path === importPath
      ? bodyLimits.import
      : bodyLimits.session;
  if (bytes <= limit) return null;
  const most = limit < kilobyte * kilobyte ? `${limit / kilobyte} kB` : `${limit / kilobyte / kilobyte} MB`;
  return { status: 413, sentence: `This is too large: ${most} at most, so nothing was done.` };
}
