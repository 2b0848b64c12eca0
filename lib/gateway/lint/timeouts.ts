import { duration } from '@/lib/gateway/sentences/phrases';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

const leastMs = 50;
/** Of answers that are streamed, 15 minutes (facts 01, 1.3). */
const mostStreamedMs = 900_000;

export const timeouts: Rule = perIntegration(({ timeoutMs, responseTransferMode }, route, { facts }) => {
  const most = responseTransferMode === 'STREAM' ? mostStreamedMs : facts.maxTimeoutMs;
  if (timeoutMs >= leastMs && timeoutMs <= most) return [];
  const sentence = `a timeout of ${duration(timeoutMs)} is ${timeoutMs > most ? 'above' : 'below'} the limit.`;
  const fix = `Choose ${duration(leastMs)} to ${duration(most)}.`;
  return [finding('invalid-timeout', 'error', ofIntegration(route), sentence, fix)];
});
