import 'server-only';

const removed = '[removed]';
const secretKeys =
  /^(.*password.*|.*passwd.*|pwd|passphrase|.*secret.*|(proxy-)?authorization|(set-)?cookie|.*private[-_]?key.*|access_?key_?id|.*token|(x-)?api[-_]?key|database_?url|credentials|t?otp|recovery_?codes?|.*signature)$/i;
const secretTexts: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\$argon2(id|i|d)\$\S+/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi,
  // JSON Web Tokens, the webhook's secret, tokens of GitHub and Slack.
  /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g,
  /\b(ghwh|gh[pousr]|github_pat|xox[abprs])[_-][\w-]{10,}/g,
  // Share links: whoever has one gets in.
  /(?<=\/share\/)[\w-]{40,}/g,
  /(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g,
  // In the query of a URL or path, such as of a tried request.
  /(?<=[?&](?:[\w-]*(?:password|secret|token|signature)|api[-_]?key|sig)=)[^&#\s]+/gi,
  // In words, as libraries put it into their messages.
  /(?<=\b(?:password|passwd|pwd|secret|token|api[-_]?key)\s*[=:]\s*["']?)[^\s"',;]{4,}/gi,
];
const longestText = 4_000;
const deepest = 12;

/** A copy of plain JSON without secrets: values under telling keys, and texts that look like keys. Long texts are cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
  if (depth === deepest) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      redactText(key),
      secretKeys.test(key) && isTelling(inner) ? removed : redact(inner, depth + 1),
    ]),
  );
}

/** Flags such as `apiKeyRequired: true` tell no secret. */
function isTelling(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== 'boolean';
}

/** A text without what looks like a secret, cut when it is long. */
export function redactText(text: string): string {
  const clean = secretTexts.reduce((before, pattern) => before.replace(pattern, removed), text);
  return clean.length > longestText ? `${clean.slice(0, longestText)}… [cut]` : clean;
}
