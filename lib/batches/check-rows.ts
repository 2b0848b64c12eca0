import { normaliseHostname } from '@/lib/dns/hostname';
import { onboardTenantSchema } from '@/lib/tenants/schemas';
import type { BatchLine, CheckedLine } from './model';
import { type BatchDefaults, columnOf, plainHostname, slugOf, toOnboarding } from './to-onboarding';

/** Any; the real one comes with the batch. */
const anyId = '00000000-0000-4000-8000-000000000000';

/** The form's own rules for each row, and rows that contradict each other. Pure: what exists is asked by `judgeLines`. */
export function checkRows(lines: BatchLine[], defaults: BatchDefaults): CheckedLine[] {
  const hosts = new Map<string, number>();
  const tenants = new Map<string, BatchLine>();
  return lines.map((one) => {
    const slug = slugOf(one.input);
    const errors = { ...ownErrors(one, defaults) };
    const hostname = plainHostname(one.input.hostname);
    const earlier = hosts.get(hostname);
    if (earlier !== undefined && hostname !== '') errors.hostname ??= `Line ${earlier} has this hostname already.`;
    else hosts.set(hostname, one.line);
    const first = tenants.get(slug);
    if (first === undefined) tenants.set(slug, one);
    else Object.assign(errors, { ...contradictions(one, first), ...errors });
    return { ...one, slug, errors };
  });
}

function ownErrors({ input }: BatchLine, defaults: BatchDefaults): CheckedLine['errors'] {
  const parsed = onboardTenantSchema.safeParse(toOnboarding(input, defaults, anyId));
  const errors: CheckedLine['errors'] = {};
  const normal = normaliseHostname(input.hostname, { allowWildcard: true, commonName: false });
  if (input.hostname.trim() === '') errors.hostname = 'Enter the hostname.';
  else if (!normal.ok) errors.hostname = normal.sentence;
  const stage = input.stage.trim();
  if (stage !== '' && !defaults.stages.includes(stage)) {
    errors.stage = `The gateway has no such stage; it has ${defaults.stages.join(', ')}.`;
  }
  for (const issue of parsed.success ? [] : parsed.error.issues)
    errors[columnOf(issue.path.join('.'))] ??= issue.message;
  // Where the name itself is missing, its suggestion is no second mistake.
  if (errors.name !== undefined && input.slug.trim() === '') delete errors.slug;
  else if (errors.slug !== undefined && input.slug.trim() === '') errors.slug = 'The name suggests no slug. Enter one.';
  const certificate = input.certificate.trim().toLowerCase();
  if (!['', 'dedicated', 'wildcard'].includes(certificate) && !certificate.startsWith('arn:')) {
    errors.certificate = 'Write dedicated, wildcard, or the ARN of a certificate.';
  }
  return errors;
}

/** Rows with the same slug are domains of one tenant, so they have to agree on who that is. */
function contradictions({ input }: BatchLine, first: BatchLine): CheckedLine['errors'] {
  const errors: CheckedLine['errors'] = {};
  const named = first.input.name.trim();
  if (input.name.trim() !== named) errors.slug = `Line ${first.line} has this slug for ${named}.`;
  const contact = input.contactEmail.trim();
  if (contact !== '' && contact !== first.input.contactEmail.trim()) {
    errors.contactEmail = `Line ${first.line} gives this tenant another contact. Leave this one empty.`;
  }
  return errors;
}
