/** Request header in which `proxy.ts` tells a layout the path and query it renders for; a client's own is overwritten. */
export const requestPathHeader = 'x-gatehouse-path';
