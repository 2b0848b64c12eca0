import { z } from 'zod';
import { verbs } from '@/lib/gateway/model';

const origin = z
  .string()
  .trim()
  .max(253, 'At most 253 characters.')
  .refine(
    (text) => text === '*' || /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?$/.test(text),
    'An origin is https://host, with a port if it is unusual and no path; or * for all.',
  );

const headerName = z
  .string()
  .trim()
  .max(128, 'At most 128 characters.')
  .regex(/^([A-Za-z0-9!#$%&*+.^_`|~-]+)$/, 'The name of a header, or *.');

export const corsVerbs = verbs.filter((verb) => verb !== 'ANY');

export const corsOptionsSchema = z
  .object({
    origins: z.array(origin).min(1, 'Enter at least one origin, or *.').max(50, 'At most 50 origins.'),
    methods: z.array(z.enum(corsVerbs)).min(1, 'Choose at least one method.'),
    /** That a browser may send. */
    headers: z.array(headerName).max(100, 'At most 100 headers.'),
    /** That a page may read from the answer. */
    exposeHeaders: z.array(headerName).max(100, 'At most 100 headers.'),
    /** Cookies and Authorization. */
    credentials: z.boolean(),
    /** Seconds that a browser may remember the answer to OPTIONS; null is the browser's default. */
    maxAge: z.number().int('A whole number.').min(0, 'At least 0.').max(86_400, 'At most 86,400 (a day).').nullable(),
    status: z.enum(['200', '204']),
  })
  .superRefine(({ origins, credentials }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['origins'], message });
    if (origins.includes('*') && origins.length > 1) issue('* means all origins: it stands alone.');
    if (origins.includes('*') && credentials) issue('Browsers refuse * together with credentials: name the origins.');
    if (new Set(origins).size < origins.length) issue('An origin is in the list twice.');
  });

export type CorsOptions = z.infer<typeof corsOptionsSchema>;

/** What API Gateway's own console offers. */
export const defaultCors: CorsOptions = {
  origins: ['*'],
  methods: ['GET', 'OPTIONS'],
  headers: ['Content-Type', 'X-Amz-Date', 'Authorization', 'X-Api-Key', 'X-Amz-Security-Token'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
  status: '204',
};
