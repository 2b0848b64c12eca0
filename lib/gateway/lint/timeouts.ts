import { defaultTimeoutMs } from '@/lib/gateway/defaults';
import { duration } from '@/lib/gateway/sentences/phrases';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

const leastMs = 50;
/** Of answers that are streamed, 15 minutes (facts 01, 1.3). AWS raises the quota of others by account, and says no bound. */
const mostMs = 900_000;

export const timeouts: Rule = perIntegration(({ timeoutMs, responseTransferMode }, route) => {
  const subject = ofIntegration(route);
  if (timeoutMs < leastMs || timeoutMs > mostMs) {
    const sentence = `a timeout of ${duration(timeoutMs)} is ${timeoutMs > mostMs ? 'above' : 'below'} the limit.`;
    return [
      finding('invalid-timeout', 'error', subject, sentence, `Choose ${duration(leastMs)} to ${duration(mostMs)}.`),
    ];
  }
  if (timeoutMs <= defaultTimeoutMs || responseTransferMode === 'STREAM') return [];
  return [
    finding(
      'timeout-above-quota',
      'warning',
      subject,
      `a timeout of ${duration(timeoutMs)} is more than the ${duration(defaultTimeoutMs)} that AWS allows at first.`,
      'AWS takes it only where the account had its quota of integration timeouts raised; else applying stops here.',
    ),
  ];
});
