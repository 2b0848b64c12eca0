import { z } from 'zod';
import { documentFormats } from '@/lib/gateway/openapi/document-text';

export const exportSchema = z.object({
  /** `working`, `stage:prod` or `deployment:abc123`. */
  of: z
    .string('Say what: of is working, stage:NAME or deployment:ID.')
    .regex(
      /^(working|stage:[A-Za-z0-9_-]{1,128}|deployment:[A-Za-z0-9]{1,64})$/,
      'of is working, stage:NAME or deployment:ID; as is json or yaml',
    ),
  as: z.enum(documentFormats, 'as is json or yaml').default('json'),
  /** `aws`: in AWS's own words, of stages only. Also used where Gatehouse doesn't know what a stage serves. */
  from: z.enum(['gatehouse', 'aws']).default('gatehouse'),
});

export type ExportInput = z.infer<typeof exportSchema>;
