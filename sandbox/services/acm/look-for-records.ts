import type { DomainValidation } from '@aws-sdk/client-acm';
import { askDns } from './ask-dns';
import { caaAllows } from './caa';

/** A DNS server that stands for the public DNS. */
export interface PublicDns {
  host: string;
  port: number;
}

/** Whether the CNAME that proves a name's ownership resolves. */
export async function recordResolves({ ResourceRecord: record }: DomainValidation, dns: PublicDns): Promise<boolean> {
  if (!record?.Name || !record.Value) return false;
  const answers = await askDns(dns, record.Name, 'CNAME');
  return answers.some((answer) => answer.type === 'CNAME' && plain(answer.data) === plain(record.Value ?? ''));
}

/** Whether CAA records let ACM issue for all the names. */
export async function caaAllowsAll(names: string[], dns: PublicDns): Promise<boolean> {
  for (const name of names) if (!(await caaAllows(name, (each) => askDns(dns, each, 'CAA')))) return false;
  return true;
}

/** A provider that takes no underscore in values may have dropped it there (facts 2.4). */
function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').replace(/^_/, '');
}
