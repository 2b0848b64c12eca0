import type { HeaderList } from './header-list';

type Fate = 'drop' | 'remap';

/** What happens to response headers on their way to the client; what isn't named passes. Facts 08 section 8.5. */
const always: Record<string, Fate> = {
  authorization: 'remap',
  connection: 'remap',
  'content-length': 'remap',
  'content-md5': 'remap',
  date: 'remap',
  'keep-alive': 'drop',
  'max-forwards': 'remap',
  'proxy-connection': 'drop',
  server: 'remap',
  'transfer-encoding': 'drop',
  'user-agent': 'remap',
  'www-authenticate': 'remap',
  // The gateway's own take these places.
  'x-amz-apigw-id': 'drop',
  'x-amzn-requestid': 'remap',
};

const ofProxy: Record<string, Fate> = {
  ...always,
  expect: 'drop',
  host: 'drop',
  'proxy-authenticate': 'drop',
  te: 'drop',
  trailer: 'drop',
  upgrade: 'drop',
  via: 'drop',
};

const ofMapping: Record<string, Fate> = {
  ...always,
  expect: 'remap',
  host: 'remap',
  'proxy-authenticate': 'remap',
  trailer: 'remap',
  upgrade: 'remap',
};

const realCodings = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'compress', 'zstd']);

/** An HTTP_PROXY back end's headers as the client gets them. */
export function proxiedHeaders(headers: HeaderList): [string, string][] {
  return apply(ofProxy, headers).filter(([name, value]) => name.toLowerCase() !== 'content-encoding' || isReal(value));
}

/** The headers that an integration response maps. */
export function mappedHeaders(headers: HeaderList): [string, string][] {
  return apply(ofMapping, headers);
}

function apply(table: Record<string, Fate>, headers: HeaderList): [string, string][] {
  return headers.flatMap(([name, value]): [string, string][] => {
    const fate = Object.hasOwn(table, name.toLowerCase()) ? table[name.toLowerCase()] : undefined;
    if (fate === 'drop') return [];
    return [[fate === 'remap' ? `x-amzn-Remapped-${name}` : name, value]];
  });
}

/**
 * AWS was recorded dropping Content-Encoding and documents passing it. A body that really is encoded can't be read
 * without it, so it passes where it names a real coding.
 */
function isReal(value: string): boolean {
  return value.split(',').every((coding) => realCodings.has(coding.trim().toLowerCase()));
}
