import 'server-only';
import { hash } from 'node:crypto';
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

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** RFC 8785. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this has no canonical form');
  return text;
}

/**
 * SHA-256 in hex over a row as canonical JSON. Only for values that are {@link storable}. The keys are written in their order here, and a
 * scalar's JSON is its canonical form: a verification makes two hashes for each of a million rows.
 */
export function digestOf(row: RowContent): string {
  const { stringify } = JSON;
  return sha256(
    `{"action":${stringify(row.action)},"actorId":${stringify(row.actorId ?? null)},"actorKind":${stringify(row.actorKind)}` +
      `,"actorName":${stringify(row.actorName)},"after":${json(row.after)},"at":${stringify(row.at.toISOString())}` +
      `,"awsCalls":${json(row.awsCalls ?? [])},"before":${json(row.before)},"correlationId":${stringify(row.correlationId ?? null)}` +
      `,"intentId":${stringify(row.intentId ?? null)},"ip":${stringify(row.ip ?? null)},"message":${stringify(row.message ?? null)}` +
      `,"phase":${stringify(row.phase)},"resourceId":${stringify(row.resourceId)},"resourceType":${stringify(row.resourceType)}` +
      `,"result":${stringify(row.result ?? null)},"tenantSlug":${stringify(row.tenantSlug ?? null)}}`,
  );
}

/** Any value as canonical JSON. */
const json = (value: unknown): string => (value === undefined || value === null ? 'null' : canonicalJson(value));

/** Hash of a link, as the database's trigger makes it. */
export function hashOfLink({ seq, eventId, digest, prev }: Link): string {
  return sha256(`{"digest":${JSON.stringify(digest)},"event":${eventId},"prev":${JSON.stringify(prev)},"seq":${seq}}`);
}

interface Link {
  seq: number;
  eventId: number;
  digest: string;
  prev: string;
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
