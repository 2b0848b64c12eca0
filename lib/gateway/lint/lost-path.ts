import { pathVariables } from '@/lib/gateway/mapping/path-variables';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

/** A greedy route whose rest of the path goes nowhere. */
export const lostPath: Rule = perIntegration(({ type, uri, requestParameters }, route) => {
  const name = /\{([^{}]+)\+\}$/.exec(route.path)?.[1];
  if (name === undefined || (type !== 'HTTP' && type !== 'HTTP_PROXY')) return [];
  const isRead = Object.values(requestParameters).includes(`method.request.path.${name}`);
  if (isRead || pathVariables(uri ?? '').length > 0) return [];
  const sentence = `all paths go to the same address: the back end never learns what stands for {${name}+}.`;
  const fix = `End the address in /{${name}} and map the path variable ${name} to it.`;
  return [finding('lost-path', 'warning', ofIntegration(route), sentence, fix)];
});
