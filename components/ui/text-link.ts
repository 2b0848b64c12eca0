/** Class of a link in running text: underlined, so that colour is not all that tells it from its surroundings. */
export const textLinkClass =
  'rounded-sm text-accent underline decoration-accent-line underline-offset-3 hover:decoration-accent';
