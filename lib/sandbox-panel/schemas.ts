import { z } from 'zod';
import { customerRecordTypes } from '@/lib/sandbox-panel/model';

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
