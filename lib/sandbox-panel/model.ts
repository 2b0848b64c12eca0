export const customerRecordTypes = ['CNAME', 'A', 'AAAA', 'TXT', 'MX', 'NS', 'CAA'] as const;
export type CustomerRecordType = (typeof customerRecordTypes)[number];

/** A record at the customer's DNS provider. */
export interface CustomerRecord {
  name: string;
  type: string;
  ttl: number;
  values: string[];
}
