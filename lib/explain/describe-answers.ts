import { responseHeaderRule, responseMappingsIgnored } from '@/lib/gateway/mapping/header-rules';
import type { Method } from '@/lib/gateway/model';
import type { ExplainedAnswers } from './model';

/** What happens to the back end's answer on its way to the client. */
export function describeAnswers({ integration }: Method): ExplainedAnswers | null {
  if (!integration) return null;
  const { type } = integration;
  const ignored = responseMappingsIgnored(type);
  if (ignored) return { ignored, responses: [] };
  const responses = Object.entries(integration.responses).map(([status, response]) => ({
    status,
    selectionPattern: response.selectionPattern,
    headers: Object.entries(response.parameters).map(([key, expression]) => {
      const name = key.replace(/^method\.response\.header\./, '');
      return { name, expression, sentence: responseHeaderRule(name, type)?.sentence ?? null };
    }),
    templates: Object.entries(response.templates).flatMap(([contentType, text]) => (text === '' ? [] : [contentType])),
  }));
  return { ignored: null, responses };
}
