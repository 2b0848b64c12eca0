import type { Finding } from './finding';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

const invocation =
  /^arn:[\w-]+:apigateway:([\w-]+):lambda:path\/[\d-]+\/functions\/(.+)\/(?:invocations|response-streaming-invocations)$/;
const functionArn = /^arn:[\w-]+:lambda:([\w-]+):(\d*):function:[\w-]+/;

/** Lambda functions that can't be called although AWS takes the integration. */
export const lambda: Rule = perIntegration((integration, route): Finding[] => {
  const { uri, httpMethod } = integration;
  if (!/:lambda:path\//.test(uri ?? '')) return [];
  const subject = ofIntegration(route);
  const found: Finding[] = [];
  if (httpMethod !== null && httpMethod !== 'POST') {
    const sentence = `Lambda is called by POST only; with ${httpMethod} every request ends in 500.`;
    found.push(finding('lambda-verb', 'error', subject, sentence, "Set the verb of the back end's request to POST."));
  }
  const sentence = nonsense(uri ?? '');
  if (sentence) found.push(finding('lambda-arn', 'warning', subject, sentence, 'Choose the function again.'));
  return found;
});

function nonsense(uri: string): string | null {
  const [, region, arn = ''] = invocation.exec(uri) ?? [];
  if (region === undefined) return 'the address does not end like one of a Lambda function: every request fails.';
  // A stage variable may stand for all of it.
  if (arn.startsWith('${')) return null;
  const [, ofFunction, account = ''] = functionArn.exec(arn.replaceAll(/\$\{[^}]*\}/g, 'x')) ?? [];
  if (ofFunction === undefined) return 'the ARN of the Lambda function is not one.';
  if (ofFunction !== region) return `the function is in ${ofFunction}, but it is called in ${region}.`;
  return /^\d{12}$/.test(account) ? null : "the function's account is not one: account ids have 12 digits.";
}
