import type { Facts, WantedRecord } from '@/lib/doctor/facts';
import type { ValueVerdict } from './judge-value';

type Wrong = Exclude<ValueVerdict, { code: 'right' }>;

/** A wrong value in words, with the code that says what kind of wrong it is. Pure. */
export function explainWrong(
  facts: Facts,
  record: WantedRecord,
  { value, verdict }: { value: string; verdict: Wrong },
  wanted: string,
): { code: string; sentence: string; fix: string } {
  const points = `${record.name} points to ${value}`;
  const replace = `Replace the value: ${wanted}.`;
  switch (verdict.code) {
    case 'pasted-wrong':
      return {
        code: 'pasted-wrong',
        sentence: `${points}: quotes, a scheme or another character came along when the value was pasted.`,
        fix: `Enter the bare value, without quotes, http:// or anything else: ${wanted}.`,
      };
    case 'target-appended':
      return {
        code: 'target-appended',
        sentence: `${points}: ${verdict.appended} was appended to the value, because it had no dot at its end.`,
        fix: `Write the value with a dot at its end, ${record.value}. (or without one, if the panel refuses it): ${wanted}.`,
      };
    case 'target-typo':
      return {
        code: 'target-typo',
        sentence: `${points}, which is almost right: it has a slip of the keyboard.`,
        fix: replace,
      };
    case 'other-validation':
      return {
        code: 'other-validation',
        sentence: `${points}, which proves the name to another AWS account or for an earlier certificate.`,
        fix: replace,
      };
    case 'other-gateway-name': {
      const other = facts.home.otherTargets.find((one) => one.target === value);
      return other === undefined
        ? {
            code: 'other-gateway-name',
            sentence: `${points}, another gateway's name: of another AWS account, or an old one.`,
            fix: replace,
          }
        : {
            code: 'other-domain-of-ours',
            sentence: `${points}, which is the gateway's name for another domain.`,
            fix: replace,
          };
    }
    case 'wrong-target':
      return { code: 'wrong-target', sentence: `${points}, which is something else.`, fix: replace };
  }
}
