import { z } from 'zod';
import type { CustomerRecord } from '../model';
import type { State } from '../state';
import { registrableDomain } from './customer-zone';
import { isServedType, toAnswer } from './record-data';
import { normaliseName } from './zone';

const name = z.string().trim().min(1).max(254).transform(normaliseName);

const type = z
  .string()
  .transform((text) => text.toUpperCase())
  .refine((text) => isServedType(text) && text !== 'SOA', 'The provider has no records of this type.');

/** One record set at the customers' own DNS provider, as its panel takes it. */
const customerRecordSchema = z.strictObject({
  name: name.refine(isRecordName, 'Not a name that a record can have, or a public suffix.'),
  type,
  ttl: z.number().int().min(0).max(2_147_483_647).default(300),
  values: z.array(z.string().trim().min(1).max(4000)).min(1).max(100),
  /** As a provider without checks: a CNAME may stand beside other records and at the top of a zone. */
  force: z.boolean().default(false),
});

const customerRecordKeySchema = z.object({ name, type });

/** The provider's refusal, a sentence for its user. */
export class RefusedRecord extends Error {}

export function listCustomerRecords(state: State): CustomerRecord[] {
  return state.list('customerRecords');
}

/**
 * Puts a record set, replacing one of the same name and type. Throws {@link RefusedRecord} for what any DNS provider
 * refuses: bad names and values, a CNAME beside anything else, several CNAME values, a CNAME at the apex. With `force` it takes
 * what providers without checks take: all of it but bad names and values.
 */
export function putCustomerRecord(state: State, input: unknown): Promise<CustomerRecord> {
  const parsed = customerRecordSchema.safeParse(input);
  if (!parsed.success) throw new RefusedRecord(z.prettifyError(parsed.error));
  const { force, ...record } = parsed.data;
  const bad = record.values.find((value) => !toAnswer(record.name, record.type, record.ttl, value));
  if (bad !== undefined)
    throw new RefusedRecord(`"${bad}" is not a value that a record of type ${record.type} can have.`);
  return state.write((tx) => {
    if (!force) refuseConflict(state, record);
    tx.put('customerRecords', `${record.name}/${record.type}`, record);
    return record;
  });
}

/** Removes a record set; `false` when there was none. */
export function removeCustomerRecord(state: State, input: unknown): Promise<boolean> {
  const parsed = customerRecordKeySchema.safeParse(input);
  if (!parsed.success) throw new RefusedRecord(z.prettifyError(parsed.error));
  const key = `${parsed.data.name}/${parsed.data.type}`;
  return state.write((tx) => {
    if (!state.get('customerRecords', key)) return false;
    tx.remove('customerRecords', key);
    return true;
  });
}

function refuseConflict(state: State, record: CustomerRecord): void {
  const others = state.list('customerRecords', `${record.name}/`).filter((other) => other.type !== record.type);
  if (record.type === 'CNAME') {
    if (record.values.length > 1) throw new RefusedRecord('A CNAME record has exactly one value.');
    if (record.name === registrableDomain(record.name)) throw new RefusedRecord("The top of a zone can't be a CNAME.");
    if (others.length > 0) {
      const types = others.map((other) => other.type).join(', ');
      throw new RefusedRecord(`${record.name} already has records (${types}); a CNAME must be alone.`);
    }
  } else if (others.some((other) => other.type === 'CNAME')) {
    throw new RefusedRecord(`${record.name} is a CNAME already, which must be alone.`);
  }
}

function isRecordName(text: string): boolean {
  const labels = text.split('.');
  const fits = labels.every(
    (label, index) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label) || (index === 0 && label === '*'),
  );
  return fits && text.length <= 253 && registrableDomain(text) !== null;
}
