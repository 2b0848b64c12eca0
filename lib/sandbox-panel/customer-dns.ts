import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import type { CustomerRecord } from '@/lib/sandbox-panel/model';

/**
 * Client of the sandbox's second authority, which stands for the customer's own DNS provider (`/_sandbox/dns`). Only for
 * the helper panel: nothing else of the console knows that there is a sandbox.
 */
const recordSchema = z.object({ name: z.string(), type: z.string(), ttl: z.number(), values: z.array(z.string()) });

/** Whether there is such an authority. */
export function hasCustomerDns(): boolean {
  return env().target === 'sandbox';
}

/**
 * All records at the customer's DNS provider, by name.
 *
 * @throws ExpectedError `aws-unreachable` when the sandbox does not answer, or something else does
 */
export async function listCustomerRecords(): Promise<CustomerRecord[]> {
  const answer = await call('GET', '');
  const parsed = z.array(recordSchema).safeParse(await answer.json().catch(() => null));
  if (!parsed.success)
    throw new ExpectedError('aws-unreachable', "What answers on the sandbox's port is not the sandbox.");
  return parsed.data.sort((a, b) => a.name.localeCompare(b.name) || a.type.localeCompare(b.type));
}

/** Adds a record, or replaces the one of the same name and type. */
export async function putCustomerRecord(record: CustomerRecord): Promise<void> {
  await call('PUT', '', record);
}

export async function deleteCustomerRecord(record: { name: string; type: string }): Promise<void> {
  await call('DELETE', `?${new URLSearchParams(record)}`);
}

async function call(method: string, query: string, body?: object): Promise<Response> {
  if (!hasCustomerDns()) throw new ExpectedError('not-found', 'There is no sandbox here.');
  const url = `http://127.0.0.1:${env().sandboxPorts.aws}/_sandbox/dns${query}`;
  let response: Response;
  try {
    const headers = { 'content-type': 'application/json' };
    response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(3000),
      ...(body ? { body: JSON.stringify(body), headers } : {}),
    });
  } catch (cause) {
    throw new ExpectedError('aws-unreachable', 'The sandbox does not answer.', {
      fix: 'Start it again with npm start.',
      cause,
    });
  }
  if (response.ok) return response;
  throw new ExpectedError('invalid', await refusalOf(response));
}

/** The sandbox plays a provider's panel here: its refusals are sentences for the panel's user. */
async function refusalOf(response: Response): Promise<string> {
  const parsed = z.object({ message: z.string() }).safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data.message : `The sandbox's DNS provider refused the record (${response.status}).`;
}
