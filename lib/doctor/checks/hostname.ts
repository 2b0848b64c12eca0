import { type Check, findingsOf } from '@/lib/doctor/finding';

/** Is it a name that DNS and certificates can have, and how is it spelled there? */
export const checkHostname: Check = (facts) => {
  const make = findingsOf('hostname', facts);
  if (facts.hostnameFault !== null) {
    return [
      make.problem({
        code: facts.typed.toLowerCase().includes('xn--') ? 'bad-idn' : 'bad-hostname',
        sentence: facts.hostnameFault.sentence,
        actor: 'us',
        fix: 'Use the name as DNS and certificates spell it: letters, digits and hyphens, international names as xn--.',
      }),
    ];
  }
  const mixed = facts.hostname
    .split('.')
    .find((label) => label.startsWith('xn--') && isUndecoded(label, facts.unicode));
  if (mixed !== undefined) {
    return [
      make.problem({
        code: 'bad-idn',
        sentence: `${mixed} begins like an international name but stands for none.`,
        actor: 'us',
        fix: 'Enter the name as its owner writes it, with its accents; Gatehouse turns it into the spelling of the DNS.',
      }),
    ];
  }
  if (facts.unicode !== facts.hostname) {
    return [
      make.ok({
        code: 'idn',
        sentence: `${facts.unicode} is ${facts.hostname} in the DNS; panels that refuse the one take the other.`,
      }),
    ];
  }
  return [make.ok({ code: 'good', sentence: `${facts.hostname} is a hostname that DNS and certificates can have.` })];
};

/** Decoding leaves a label that stands for nothing as it is. */
function isUndecoded(label: string, unicode: string): boolean {
  return unicode.split('.').includes(label);
}
