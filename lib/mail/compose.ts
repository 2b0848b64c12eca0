import type { DnsRecordRow } from '@/lib/domains/model';
import { recordsText } from '@/lib/domains/records-text';

export interface OpenDomain {
  hostname: string;
  /** The records that the tenant still has to make or correct. */
  records: DnsRecordRow[];
  /** When the request for its certificate ends, ISO-8601; null where nothing ends. */
  deadline: string | null;
}

interface Letter {
  tenantName: string;
  domains: OpenDomain[];
  /** The link, or its placeholder. */
  link: string;
  reminder: boolean;
}

/** The e-mail that asks a tenant for its records. Pure. */
export function composeMail({ tenantName, domains, link, reminder }: Letter): { subject: string; text: string } {
  const [first, ...rest] = domains.map(({ hostname }) => hostname);
  const what = rest.length === 0 ? (first ?? tenantName) : `${first} and ${rest.length} more`;
  const ends = domains.flatMap(({ hostname, deadline }) =>
    deadline === null
      ? []
      : [`The request for the certificate of ${hostname} ends at ${deadline.slice(0, 16).replace('T', ' ')} UTC.`],
  );
  return {
    subject: `${reminder ? 'Reminder: ' : ''}DNS records for ${what}`,
    text: [
      `Hello ${tenantName},`,
      reminder
        ? 'we are still waiting for DNS records of yours. What is done, what is left, and how to do it at your DNS provider:'
        : 'this page says what is left to do for your domain, how to do it at your DNS provider, and what is found so far:',
      link,
      ...ends,
      ...domains
        .filter(({ records }) => records.length > 0)
        .map(({ hostname, records }) => recordsText(hostname, records)),
      'This e-mail was sent by a machine. Please write to the people you deal with at our side.',
    ].join('\n\n'),
  };
}
