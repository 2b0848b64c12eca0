import 'server-only';
import { getDomain } from 'tldts';
import { ExpectedError } from '@/lib/errors';
import { listCustomerRecords } from '@/lib/sandbox-panel/customer-dns';
import type { CustomerRecord } from '@/lib/sandbox-panel/model';

/** The records at the customer's provider that belong to the hostname's registrable domain; null when it does not answer. */
export async function listProviderRecords(hostname: string): Promise<CustomerRecord[] | null> {
  const apex = getDomain(hostname) ?? hostname;
  try {
    const records = await listCustomerRecords();
    return records.filter((record) => record.name === apex || record.name.endsWith(`.${apex}`));
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
}
