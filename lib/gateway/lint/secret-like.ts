/** Forms of well-known credentials. */
const known: [RegExp, string][] = [
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/, 'a JSON web token'],
  [/\bBearer\s+[\w.~+/=-]{12,}/i, 'a bearer token'],
  [/\bBasic\s+[A-Za-z0-9+/]{8,}={0,2}(?![\w+/=])/i, 'a user name and password'],
  [/\b(gh[pousr]_\w{20,}|github_pat_\w{20,})/, 'a GitHub token'],
  [/\bxox[abprs]-[\w-]{10,}/, 'a Slack token'],
  [/\b[rs]k_(live|test)_\w{10,}/, 'a Stripe key'],
  [/\bAIza[\w-]{30,}/, 'a Google API key'],
];

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const shortest = 24;

/** What secret a text looks like; null for none. Long random texts count, ARNs, URLs and UUIDs don't. */
export function secretLike(text: string): string | null {
  const named = known.find(([form]) => form.test(text));
  if (named) return named[1];
  const words = text.split(/[\s'",;:/?&=@()<>{}[\]]+/);
  return words.some(isRandom) && !/^(arn:|https?:)/.test(text) ? 'a secret' : null;
}

function isRandom(word: string): boolean {
  if (word.length < shortest || uuid.test(word) || !/^[\w+.~-]+$/.test(word)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length;
  const isHex = /^[\da-f]+$/i.test(word);
  return (isHex || kinds === 3) && bitsPerCharacter(word) > (isHex ? 3 : 3.5);
}

function bitsPerCharacter(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, count) => sum + (count / word.length) * Math.log2(count / word.length), 0);
}
