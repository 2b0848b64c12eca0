import { z } from 'zod';
import { requestableKeyAlgorithms } from '@/lib/inventory/model';
import { faultOfNames, parseNames } from './parse-names';

const arn = z
  .string()
  .max(2048)
  .regex(/^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/, 'Choose a certificate.');

export const requestCertificateSchema = z.object({
  /** One a line, or with commas. */
  names: z
    .string()
    .max(30_000, 'Too long for 100 names.')
    .superRefine((text, context) => {
      const fault = faultOfNames(parseNames(text));
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    }),
  keyAlgorithm: z.enum(requestableKeyAlgorithms),
  /** Slug of the tenant that it is for; empty: for several, or nobody in particular. */
  tenantSlug: z.string().max(63),
  /** `on` from the checkbox. */
  publish: z.literal(['on', '']).default(''),
  /** Made once by the browser for each form, so that a double submit requests one certificate. */
  submissionId: z.uuid(),
});

/** Bounds of ACM's ImportCertificate page. */
export const importCertificateSchema = z.object({
  certificate: z.string().trim().min(1, 'Paste the certificate.').max(32_768, 'ACM takes at most 32,768 characters.'),
  privateKey: z.string().trim().min(1, 'Paste the private key.').max(5_120, 'ACM takes at most 5,120 characters.'),
  chain: z.string().trim().max(200_000, 'At most 200,000 characters.'),
  /** ARN of the imported certificate whose place it takes; empty: a new one. */
  replaces: z.union([z.literal(''), arn]).default(''),
  tenantSlug: z.string().max(63).default(''),
  /** `on`: clients trust its authority although browsers do not. */
  trustAuthority: z.literal(['on', '']).default(''),
});

export const certificateSchema = z.object({ arn });

export const deleteCertificateSchema = z.object({
  arn,
  /** Its first name, typed by the operator. */
  confirmName: z.string().trim().max(253),
});

export const replaceCertificateSchema = z.object({
  domainId: z.uuid(),
  certificate: z.union([z.literal('dedicated'), arn], { error: 'Choose a certificate.' }),
});

export type RequestCertificateInput = z.output<typeof requestCertificateSchema>;
export type ImportCertificateInput = z.output<typeof importCertificateSchema>;
