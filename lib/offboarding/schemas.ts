import { z } from 'zod';

const typed = z.string().trim().max(253);

export const removeDomainSchema = z.object({
  domainId: z.uuid(),
  /** Typed by the operator; has to equal the hostname. */
  confirmHostname: typed,
});

export const previewRemovalSchema = z.object({
  slug: z.string().max(100),
  /** Null: the whole tenant. */
  domainId: z.uuid().nullable(),
});

export type RemoveDomainInput = z.infer<typeof removeDomainSchema>;
export type PreviewRemovalInput = z.infer<typeof previewRemovalSchema>;

/** Did the operator type the name? Its case and a trailing dot don't matter. */
export function typedName(typed: string): string {
  return typed.trim().toLowerCase().replace(/\.$/, '');
}
