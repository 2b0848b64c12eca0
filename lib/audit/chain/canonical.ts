import 'server-only';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What {@link digestOf} covers: everything a row says. Its place in the log is what the chain's link covers. */
export interface RowContent {
  at: Date;
  phase: string;
  intentId?: number | null;
  actorKind: string;
  actorId?: string | null;
  actorName: string;
  ip?: string | null;
  action: string;
  resourceType: string;
  resourceId: string;
  tenantSlug?: string | null;
  result?: string | null;
  message?: string | null;
  before?: unknown;
  after?: unknown;
  awsCalls?: unknown;
  correlationId?: string | null;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** RFC 8785. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this has no canonical form');
  return text;
}

/** SHA-256 in hex over a row as canonical JSON. Only for values that are {@link storable}. */
export function digestOf(row: RowContent): string {
  return sha256(
    canonicalJson({
      action: row.action,
      actorId: row.actorId ?? null,
      actorKind: row.actorKind,
      actorName: row.actorName,
      after: row.after ?? null,
      at: row.at.toISOString(),
      awsCalls: row.awsCalls ?? [],
      before: row.before ?? null,
      correlationId: row.correlationId ?? null,
      intentId: row.intentId ?? null,
      ip: row.ip ?? null,
      message: row.message ?? null,
      phase: row.phase,
      resourceId: row.resourceId,
      resourceType: row.resourceType,
      result: row.result ?? null,
      tenantSlug: row.tenantSlug ?? null,
    }),
  );
}

/** Hash of a link, as the database's trigger makes it. */
export function hashOfLink(link: { seq: number; eventId: number; digest: string; prev: string }): string {
  return sha256(canonicalJson({ digest: link.digest, event: link.eventId, prev: link.prev, seq: link.seq }));
}

/** What PostgreSQL can't hold in text or jsonb: NUL, and halves of surrogate pairs. */
const unstorable = /\0|\p{Surrogate}/gu;

/** A text as the database can hold it: what it can't becomes U+FFFD. */
export function storableText(text: string): string {
  return text.replace(unstorable, '\uFFFD');
}

/**
 * A copy of any value as plain JSON that comes out of a jsonb column as it went in, so that its canonical form stays the same: no
 * `undefined`, no number but finite ones, no text that the database refuses.
 */
export function storable(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const plain: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  return cleaned(plain);
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), cleaned(inner)]));
}
