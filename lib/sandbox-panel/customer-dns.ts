import 'server-only';
import { z } from 'zod';
import { callSandbox } from '@/lib/sandbox-panel/call-sandbox';
import type { CustomerRecord } from '@/lib/sandbox-panel/model';

/** Client of the sandbox's second authority, which stands for the customer's own DNS provider (`/_sandbox/dns`). */
const recordSchema = z.object({ name: z.string(), type: z.string(), ttl: z.number(), values: z.array(z.string()) });

/**
 * All records at the customer's DNS provider, by name.
 *
 * @throws ExpectedError `aws-unreachable` when the sandbox does not answer, or something else does
 */
export async function listCustomerRecords(): Promise<CustomerRecord[]> {
  const records = await callSandbox('GET', 'dns', z.array(recordSchema));
  return records.sort((a, b) => a.name.localeCompare(b.name) || a.type.localeCompare(b.type));
}

/** Adds a record, or replaces the one of the same name and type. */
export async function putCustomerRecord(record: CustomerRecord): Promise<void> {
  await callSandbox('PUT', 'dns', z.unknown(), record);
}

export async function deleteCustomerRecord(record: { name: string; type: string }): Promise<void> {
  await callSandbox('DELETE', `dns?${new URLSearchParams(record)}`, z.unknown());
}
