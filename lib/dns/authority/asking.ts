import type { Message } from '@/lib/dns/authority/message';
import type { AskOptions, DnsServer } from '@/lib/dns/authority/model';

/** Asks one server as `Authority.ask`, and has the additional section, where referrals give addresses (glue). */
export type Ask = (server: DnsServer, name: string, type: string, options?: AskOptions) => Promise<Message>;

/** With what a walk through the DNS asks. */
export interface Asking {
  ask: Ask;
  resolvers: DnsServer[];
  /** Of name servers. */
  port: number;
}
