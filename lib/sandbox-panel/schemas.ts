import { z } from 'zod';
import {
  customerRecordTypes,
  type FaultKind,
  type FaultService,
  faultKinds,
  faultServices,
} from '@/lib/sandbox-panel/model';

const name = z.string().trim().toLowerCase().min(1, 'Enter the full name.').max(255, 'At most 255 characters.');

export const putCustomerRecordSchema = z.object({
  tenantSlug: z.string().max(40),
  name,
  type: z.enum(customerRecordTypes),
  value: z.string().trim().min(1, 'Enter the value.').max(4000, 'At most 4,000 characters.'),
});

export const deleteCustomerRecordSchema = z.object({
  tenantSlug: z.string().max(40),
  name,
  type: z.string().min(1).max(10),
});

export const turnDialsSchema = z.object({
  dials: z.record(z.string().max(60), z.union([z.number(), z.boolean()])),
});

/** An empty field is one that wasn't filled in. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

export const addFaultSchema = z.object({
  service: z.enum(Object.keys(faultServices) as [FaultService, ...FaultService[]]),
  operation: z
    .string()
    .trim()
    .max(100, 'At most 100 characters.')
    .default('*')
    .transform((name) => name || '*'),
  kind: z.enum(Object.keys(faultKinds) as [FaultKind, ...FaultKind[]]),
  count: optional(z.coerce.number('Enter a number.').int('Enter a whole number.').min(1, 'At least 1.')),
  probability: optional(z.coerce.number('Enter a number.').gt(0, 'More than 0.').max(1, 'At most 1.')),
  status: optional(
    z.coerce.number('Enter a number.').int('Enter a whole number.').min(200, 'From 200 on.').max(599, 'Up to 599.'),
  ),
  code: optional(z.string().regex(/^[\w.#:-]{1,100}$/, 'A single word, as AWS names its errors.')),
  message: optional(z.string().max(500, 'At most 500 characters.')),
  latencyMs: optional(
    z.coerce
      .number('Enter a number.')
      .int('Enter a whole number.')
      .min(0, 'From 0 on.')
      .max(600_000, 'At most 600,000.'),
  ),
});

export const removeFaultSchema = z.object({ id: z.string().max(100) });

export const moveClockSchema = z.object({ advanceMs: z.number().int().min(1) });

export const resetSandboxSchema = z.object({ seed: z.boolean() });
