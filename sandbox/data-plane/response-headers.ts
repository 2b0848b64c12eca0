import type { HeaderList } from './header-list';

/** What happens to a response header on its way to the client; anything unnamed passes. Facts 08 section 8.5. */
const ofProxy: Record<string, 'drop' | 'remap'> = {
  authorization: 'remap',
  connection: 'remap',
  'content-length': 'remap',
  'content-md5': 'remap',
  date: 'remap',
  expect: 'drop',
  host: 'drop',
  'keep-alive': 'drop',
  'max-forwards': 'remap',
  'proxy-authenticate': 'drop',
  'proxy-connection': 'drop',
  server: 'remap',
  te: 'drop',
  trailer: 'drop',
  'transfer-encoding': 'drop',
  upgrade: 'drop',
  'user-agent': 'remap',
  via: 'drop',
  'www-authenticate': 'remap',
  // The gateway's own take these places.
  'x-amz-apigw-id': 'drop',
  'x-amzn-requestid': 'remap',
};

/** Mapped response headers, recorded: more of them are renamed than of a proxied back end's. */
const mapped: Record<string, 'drop' | 'remap'> = {
  ...ofProxy,
  expect: 'remap',
  host: 'remap',
  'proxy-authenticate': 'remap',
  te: 'remap',
  trailer: 'remap',
  upgrade: 'remap',
};
delete mapped.te;
delete mapped.via;

const realCodings = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'compress', 'zstd']);

/** An HTTP_PROXY back end's headers as the client gets them. */
export function proxiedHeaders(headers: HeaderList): [string, string][] {
  return apply(ofProxy, headers).filter(([name, value]) => name.toLowerCase() !== 'content-encoding' || isReal(value));
}

/** The headers that an integration response maps. */
export function mappedHeaders(headers: HeaderList): [string, string][] {
  return apply(mapped, headers);
}

function apply(table: Record<string, 'drop' | 'remap'>, headers: HeaderList): [string, string][] {
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
