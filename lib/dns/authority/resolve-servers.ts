import 'server-only';
import type { Asking } from '@/lib/dns/authority/asking';
import { type Message, messageWithout } from '@/lib/dns/authority/message';
import type { DnsRecord, DnsServer } from '@/lib/dns/authority/model';

/** More name servers than this are not looked for; a zone has two to eight. */
const mostServers = 8;

/**
 * Asks one resolver after the other until one knows; signatures unchecked, because who is in charge of a zone is to be found
 * even where its DNSSEC is broken.
 */
export async function askResolvers({ ask, resolvers }: Asking, name: string, type: string): Promise<Message> {
  let answer = messageWithout('ERROR');
  for (const resolver of resolvers) {
    answer = await ask(resolver, name, type, { recursive: true, checkingDisabled: true });
    if (answer.outcome === 'ok' || answer.outcome === 'NODATA' || answer.outcome === 'NXDOMAIN') return answer;
  }
  return answer;
}

/**
 * Name servers with one address each: from the resolvers, or else the glue that came with the referral. IPv6 only for those
 * that have nothing else, because this machine may have none. A name without an address is left out.
 */
export async function locateServers(asking: Asking, names: string[], glue: DnsRecord[]): Promise<DnsServer[]> {
  const found = await Promise.all(
    names.slice(0, mostServers).map(async (name) => {
      const address =
        (await addressOf(asking, name, 'A')) ??
        glue.find((record) => record.name === name && record.type === 'A')?.value ??
        (await addressOf(asking, name, 'AAAA'));
      return address === undefined ? [] : [{ name, address, port: asking.port }];
    }),
  );
  return found.flat();
}

async function addressOf(asking: Asking, name: string, type: 'A' | 'AAAA'): Promise<string | undefined> {
  const { records } = await askResolvers(asking, name, type);
  return records.find((record) => record.type === type)?.value;
}
