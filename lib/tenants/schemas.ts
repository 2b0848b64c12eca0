import { z } from 'zod';
import { reservedSlugs, slugMaxLength } from '@/lib/tenants/suggest-slug';

/** AWS: a mapping path has at most 300 characters, of these; the v1 call takes one level only. */
const basePathCharacters = /^[A-Za-z0-9$\-_.+!*'()]*$/;

const email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .refine((value) => value === '' || z.email().safeParse(value).success, 'Enter an e-mail address, or leave it empty.');

export const tenantName = z.string().trim().min(1, 'Enter the name of the tenant.').max(120, 'At most 120 characters.');

export const slugSchema = z
  .string()
  .trim()
  .min(2, 'At least 2 characters.')
  .max(slugMaxLength, `At most ${slugMaxLength} characters.`)
  .regex(/^[a-z0-9-]*$/, 'Only lower-case letters a to z, digits and hyphens.')
  .regex(/^[a-z]/, 'Start with a letter.')
  .regex(/[a-z0-9]$/, 'End with a letter or a digit.')
  .refine((slug) => !slug.includes('--'), 'No two hyphens in a row.')
  .refine((slug) => !reservedSlugs.includes(slug), 'This word is taken by a page of the console.');

export const basePathSchema = z
  .string()
  .trim()
  .max(300, 'At most 300 characters.')
  .refine((path) => !path.includes('/'), 'API Gateway base path mappings hold one level: no slash, also not in front.')
  .refine(
    (path) => path.includes('/') || basePathCharacters.test(path),
    "Only letters, digits and $ - _ . + ! * ' ( )",
  );

const mappingSchema = z.object({
  /** `''` is the empty mapping. */
  basePath: basePathSchema,
  stage: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'Choose a stage.'),
});

const mappingsSchema = z
  .array(mappingSchema)
  .max(200, 'At most 200 paths.')
  .superRefine((mappings, context) => {
    mappings.forEach((mapping, index) => {
      const first = mappings.findIndex((other) => other.basePath === mapping.basePath);
      if (first === index) return;
      const what = mapping.basePath === '' ? 'The empty base path' : `/${mapping.basePath}`;
      context.addIssue({
        code: 'custom',
        path: [index, 'basePath'],
        message: `${what} is in row ${first + 1} already.`,
      });
    });
  });

/** What the form asks about a hostname, its certificate and its paths. */
const domainFields = {
  kind: z.enum(['managed', 'customer']),
  /** The hosted zone of a managed domain. */
  zoneId: z.string().trim().max(64),
  /** Managed: the part in front of the zone's name; empty or `@` is the zone's own name. */
  label: z.string().trim().max(253, 'At most 253 characters.'),
  /** Customer: the full name, as typed. */
  hostname: z.string().trim().max(1000, 'A hostname has at most 253 characters.'),
  /** `dedicated`, the ARN of a certificate, or `wildcard:*.example.com`. */
  certificate: z.string().min(1, 'Choose a certificate.').max(2048),
  /** Not used when a wildcard custom domain name, whose mappings are shared, serves the hostname. */
  mappings: mappingsSchema,
  /** The hostname once more, where it already answers something on the public DNS. */
  confirmHostname: z.string().trim().max(253),
  /** `prepare`: everything but the records that move its traffic, until a cut-over; left out: at once. */
  phase: z.enum(['prepare', 'cut-over']).optional(),
  /** Made once by the browser for each form, so that a double submit makes one tenant. */
  submissionId: z.uuid(),
};

type DomainFields = z.infer<z.ZodObject<typeof domainFields>>;

function requireByKind(input: DomainFields, context: z.core.$RefinementCtx<DomainFields>): void {
  const issue = (path: keyof DomainFields, message: string) =>
    context.issues.push({ code: 'custom', path: [path], message, input });
  if (input.kind === 'managed' && input.zoneId === '') issue('zoneId', 'Choose a zone.');
  if (input.kind === 'customer' && input.hostname === '') issue('hostname', 'Enter the hostname.');
  if (!input.certificate.startsWith('wildcard:') && input.mappings.length === 0)
    issue('mappings', 'Add at least one path.');
}

const identityFields = { name: tenantName, slug: slugSchema, contactEmail: email };

export const onboardTenantSchema = z.object({ ...identityFields, ...domainFields }).superRefine(requireByKind);
export const addDomainSchema = z
  .object({ slug: z.string().max(slugMaxLength), ...domainFields })
  .superRefine(requireByKind);
export const updateTenantSchema = z.object({
  slug: z.string().max(slugMaxLength),
  name: tenantName,
  contactEmail: email,
});

/** Which hostname is meant; what the second step of the form sends. */
export const checkHostnameSchema = z.object({
  kind: domainFields.kind,
  zoneId: domainFields.zoneId,
  label: domainFields.label,
  hostname: domainFields.hostname,
});

export const removeTenantSchema = z.object({
  slug: z.string().max(slugMaxLength),
  /** Typed by the operator; has to equal `slug`. */
  confirmSlug: z.string().trim().max(100),
});

export const checkNowSchema = z.object({ domainId: z.uuid() });

/** `confirmHostname`: typed, where something answers at the hostname today. */
export const cutOverSchema = checkNowSchema.extend({ confirmHostname: z.string().trim().max(253) });
export const requestNewCertificateSchema = z.object({ domainId: z.uuid() });

export const moveDomainSchema = z.object({
  domainId: z.uuid(),
  /** Slug of the tenant that it goes to. */
  to: z.string().trim().min(1, 'Choose a tenant.').max(slugMaxLength),
});

export const changeHostnameSchema = z.object({
  domainId: z.uuid(),
  hostname: domainFields.hostname.min(1, 'Enter the hostname.'),
  /** `dedicated`, `wildcard` for the wildcard custom domain name over the new hostname, or the ARN of a certificate. */
  certificate: domainFields.certificate,
  confirmHostname: domainFields.confirmHostname,
  submissionId: domainFields.submissionId,
});

export const retirePredecessorSchema = z.object({
  domainId: z.uuid(),
  /** Typed by the operator; has to equal the hostname that goes. */
  confirmHostname: z.string().trim().max(253),
});

export const tryMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

export const tryRequestSchema = z.object({
  domainId: z.uuid(),
  method: z.enum(tryMethods),
  path: z
    .string()
    .trim()
    .max(8192, 'At most 8,192 characters.')
    .regex(/^\//, 'Start with a slash.')
    .regex(/^[\x21-\x7e]*$/, 'No spaces or other characters that need encoding; write %20 for a space.'),
  body: z.string().max(100_000, 'At most 100,000 characters.'),
});

export type OnboardTenantInput = z.infer<typeof onboardTenantSchema>;
export type AddDomainInput = z.infer<typeof addDomainSchema>;
export type UpdateTenantInput = z.infer<typeof updateTenantSchema>;
export type CheckHostnameInput = z.infer<typeof checkHostnameSchema>;
export type RemoveTenantInput = z.infer<typeof removeTenantSchema>;
export type MoveDomainInput = z.infer<typeof moveDomainSchema>;
export type ChangeHostnameInput = z.infer<typeof changeHostnameSchema>;
export type RetirePredecessorInput = z.infer<typeof retirePredecessorSchema>;
export type TryRequestInput = z.infer<typeof tryRequestSchema>;
/** The part of the form that `onboardTenant` and `addDomain` share. */
export type DomainInput = Omit<AddDomainInput, 'slug'>;
