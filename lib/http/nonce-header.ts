/** Request header in which the proxy hands the page's nonce to the root layout. */
export const nonceHeader = 'x-nonce';
