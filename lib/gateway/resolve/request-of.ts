import type { GatewayRequest, HeaderList } from './model';

interface Known extends Partial<Omit<GatewayRequest, 'headers'>> {
  verb: string;
  /** May have a query. */
  path: string;
  headers?: HeaderList;
}

/** A request from what is known of it, with examples for the rest: addresses, ids, time. */
export function requestOf({ path: pathWithQuery, ...known }: Known): GatewayRequest {
  const mark = pathWithQuery.indexOf('?');
  const [path, query] =
    mark === -1
      ? [pathWithQuery, '']
      : [pathWithQuery.slice(0, mark), pathWithQuery.slice(mark + 1).split('#', 1)[0] ?? ''];
  return {
    query,
    headers: [],
    body: '',
    host: 'shop.example.com',
    fullPath: path,
    sourceIp: '198.51.100.7',
    isSecure: true,
    httpVersion: '1.1',
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    extendedRequestId: 'JKJaXmPLvHcESHA=',
    traceId: 'Root=1-5f84c7a1-0123456789abcdef01234567',
    receivedAt: Date.UTC(2026, 10, 22, 12, 34, 56),
    ...known,
    path,
  };
}
