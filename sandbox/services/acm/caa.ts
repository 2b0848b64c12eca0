import type { Answer } from 'dns-packet';

/** Any of these in a CAA record lets ACM issue (facts 2.5). */
const amazon = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

/** Asks for the CAA records of one name. */
export type AskCaa = (name: string) => Promise<Answer[]>;

/**
 * Whether CAA records let ACM issue for a name: the nearest ones up the tree count (RFC 8659), and for a wildcard `issuewild`
 * replaces `issue` where there is one.
 */
export async function caaAllows(name: string, ask: AskCaa): Promise<boolean> {
  const labels = name.replace(/^\*\./, '').split('.');
  for (let first = 0; first < labels.length; first += 1) {
    const records = (await ask(labels.slice(first).join('.'))).flatMap((answer) =>
      answer.type === 'CAA' ? [answer.data] : [],
    );
    if (records.length === 0) continue;
    const tagged = (tag: string) => records.filter((record) => record.tag?.toLowerCase() === tag);
    const wild = tagged('issuewild');
    const deciding = name.startsWith('*.') && wild.length > 0 ? wild : tagged('issue');
    // Records of other kinds only, such as iodef, forbid nothing.
    return deciding.length === 0 || deciding.some((record) => amazon.includes(issuer(record.value ?? '')));
  }
  return true;
}

/** `amazon.com; cansignhttpexchanges=yes` -> `amazon.com` */
function issuer(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase();
}
