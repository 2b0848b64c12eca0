const places: Readonly<Record<string, string>> = {
  header: 'header',
  querystring: 'query parameter',
  path: 'path variable',
};

/** `header X-Tenant` of `integration.request.header.X-Tenant`; a key of another form stays as it is. */
export function targetInWords(key: string): string {
  const [, place = '', name = ''] =
    /^(?:(?:integration|method)\.(?:request|response)|gatewayresponse)\.(header|querystring|path)\.(.+)$/.exec(key) ??
    [];
  const word = Object.hasOwn(places, place) ? places[place] : undefined;
  return word === undefined ? key : `${word} ${name}`;
}
