import type { Integration } from '@/lib/gateway/model';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

const lambdaOrFirehose = /^arn:[\w-]+:apigateway:[\w-]*:(lambda|firehose):/;

/** Addresses and verbs of back ends that AWS takes: facts 04, 4.4. */
export const uris: Rule = perIntegration((integration, route) => {
  const subject = ofIntegration(route);
  const problem = problemOf(integration);
  return [
    ...(problem ? [finding('invalid-uri', 'error', subject, problem.sentence, problem.fix)] : []),
    ...(integration.type !== 'MOCK' && integration.httpMethod === null
      ? [finding('invalid-verb', 'error', subject, "the verb of the back end's request is missing.", 'Choose one.')]
      : []),
  ];
});

function problemOf({ type, uri, credentials }: Integration): { sentence: string; fix: string } | null {
  if (type === 'MOCK') return null;
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (/^https?:\/\/[^\s/]\S*$/.test(uri ?? '')) return null;
    return {
      sentence: "the back end's address is no URL.",
      fix: 'It begins with https:// or http:// and a host name.',
    };
  }
  if (!/^arn:[\w-]+:apigateway:/.test(uri ?? '')) {
    return {
      sentence: 'the address is no ARN of an AWS service.',
      fix: 'It begins with arn:aws:apigateway:REGION:SERVICE:',
    };
  }
  if (!/:(path|action)\//.test(uri ?? '')) {
    return { sentence: 'the ARN names no path or action.', fix: 'After the service comes :path/… or :action/…' };
  }
  const callsLambda = lambdaOrFirehose.test(uri ?? '');
  if (type === 'AWS_PROXY' && !callsLambda) {
    return {
      sentence: 'AWS proxies can call Lambda functions and Firehose streams only.',
      fix: 'Use an integration that is no proxy.',
    };
  }
  if (type === 'AWS' && !callsLambda && credentials === null) {
    return {
      sentence: 'API Gateway needs a role to call this service.',
      fix: 'Enter the ARN of a role that API Gateway may assume.',
    };
  }
  return null;
}
