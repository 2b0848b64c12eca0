import type { Finding } from './finding';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

/** Which integration response an answer of the back end gets, facts 04, 4.6. */
export const defaultResponse: Rule = perIntegration(({ type, responses }, route): Finding[] => {
  const subject = ofIntegration(route);
  const defaults = Object.entries(responses).filter(([, { selectionPattern }]) => selectionPattern === null);
  if (defaults.length > 1) {
    const sentence = `${defaults.map(([status]) => status).join(' and ')} are both the default answer; there can be one.`;
    return [finding('invalid-default-response', 'error', subject, sentence, 'Give all but one a pattern.')];
  }
  if (type === 'HTTP_PROXY' || type === 'AWS_PROXY') return [];
  const [only] = defaults;
  if (only === undefined) {
    const none = Object.keys(responses).length === 0;
    const sentence = none
      ? 'no answer of the back end becomes a response: every request ends in 500.'
      : 'an answer of the back end that no pattern matches ends in 500.';
    const fix = 'Add a response without a pattern: the default.';
    return [finding('no-default-response', none ? 'error' : 'warning', subject, sentence, fix)];
  }
  if (type !== 'HTTP' || Object.keys(responses).length > 1) return [];
  const sentence = `whatever the back end answers, errors too, becomes ${only[0]}.`;
  return [finding('status-hidden', 'hint', subject, sentence, 'Add responses for 4\\d\\d and 5\\d\\d.')];
});
