import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';

const shortestPassword = 12;
const longestPassword = 1024;

let common: Set<string> | undefined;

/** The 49,000 passwords that people chose most often, in lower case. */
function commonPasswords(): Set<string> {
  common ??= new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()));
  return common;
}

/** Without what people hang on to a word to make it long or to please a rule. */
const core = (text: string) => text.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');

/**
 * What is wrong with a new password, as a sentence for its field; null: nothing. By length and by what is guessed first, not by kinds of characters
 * (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordProblem(password: string, owner: { email: string; name: string }): string | null {
  const length = [...password].length;
  if (length < shortestPassword) return `Use at least ${shortestPassword} characters; a sentence is fine.`;
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  const typed = password.normalize('NFKC').toLowerCase();
  if (new Set(typed).size < 5) return 'Use more than a few different characters.';
  if (commonPasswords().has(typed)) return 'This is one of the passwords that are guessed first. Choose another.';
  const inner = core(typed);
  // Nothing but digits and punctuation has no word in it, and was compared as a whole.
  if (inner && commonPasswords().has(inner)) {
    return 'This is one of the passwords that are guessed first, with digits or punctuation around it. Choose another.';
  }
  const email = owner.email.toLowerCase();
  const own = [
    email,
    email.split('@')[0] ?? '',
    owner.name.toLowerCase(),
    owner.name.toLowerCase().replaceAll(' ', ''),
  ];
  if (own.some((word) => word.length > 2 && [typed, inner].some((text) => text === word || text === core(word)))) {
    return 'This is your own name or address. Choose something that nobody knows of you.';
  }
  return inner === 'gatehouse' ? 'This is the name of this console. Choose another.' : null;
}
