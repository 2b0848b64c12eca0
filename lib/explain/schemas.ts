import { z } from 'zod';
import { verbs } from '@/lib/gateway/model';

export const clientMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const headers = z
  .array(
    z.tuple([
      z
        .string()
        .trim()
        .regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/, "A header's name has letters, digits and hyphens only."),
      z
        .string()
        .max(8192, 'At most 8,192 characters.')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTTP refuses
        .regex(/^[^\u0000\u000a\u000d]*$/, "A header's value is one line."),
    ]),
  )
  .max(100, 'At most 100 headers.');

const body = z.string().max(100_000, 'At most 100,000 characters.');

export const explainRequestSchema = z.object({
  method: z.enum(clientMethods),
  /** A whole URL, or a path alone. */
  url: z
    .string()
    .trim()
    .min(1, 'Enter a URL, or a path that begins with a slash.')
    .max(8192, 'At most 8,192 characters.'),
  headers,
  body,
});

export const testInvokeSchema = z.object({
  /** The resource's. */
  path: z.string().regex(/^\//, 'Choose a route.').max(2048),
  /** The route's. */
  verb: z.enum(verbs),
  /** What the client sends; of an ANY route it is this one's choice. */
  method: z.enum(clientMethods),
  pathWithQuery: z.string().trim().regex(/^\//, 'Start with a slash.').max(8192, 'At most 8,192 characters.'),
  headers,
  body,
  /** Whose variables are used; null: none. */
  stage: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .nullable(),
});

export type ExplainRequestInput = z.infer<typeof explainRequestSchema>;
export type TestInvokeInput = z.infer<typeof testInvokeSchema>;
