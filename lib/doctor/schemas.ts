import { z } from 'zod';

export const runDoctorSchema = z.object({ domainId: z.uuid() });

/** Which fix of the last report: the report itself says what it does, so that nobody can ask for another one. */
export const applyFixSchema = z.object({
  domainId: z.uuid(),
  check: z.string().max(40),
  code: z.string().max(60),
  /** What the operator saw and confirmed, word for word, where a record goes that Gatehouse didn't make. */
  confirmed: z.string().max(2000).default(''),
});
export type ApplyFixInput = z.infer<typeof applyFixSchema>;
