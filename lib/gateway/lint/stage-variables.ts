import type { Integration } from '@/lib/gateway/model';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

/** A stage variable that a stage doesn't define is the empty text there. */
export const stageVariables: Rule = perIntegration((integration, route, { snapshot }) => {
  const stages = Object.entries(snapshot.stages);
  return usedBy(integration).flatMap((name) => {
    const without = stages.filter(([, { variables }]) => !Object.hasOwn(variables, name)).map(([stage]) => stage);
    if (without.length === 0) return [];
    const where = without.length === 1 ? `the stage ${without[0]} does` : `the stages ${without.join(', ')} do`;
    const sentence = `it uses the stage variable ${name}, which ${where} not define: it is empty there.`;
    return [
      finding('undefined-stage-variable', 'warning', ofIntegration(route), sentence, `Define ${name} in the stage.`),
    ];
  });
});

const inMapping = /^stageVariables\.(\w+)$/;
const inText = /\$\{?stageVariables\.(\w+)/g;

function usedBy(integration: Integration): string[] {
  const { uri, credentials, connectionId, requestParameters, requestTemplates, responses } = integration;
  const mappings = [requestParameters, ...Object.values(responses).map(({ parameters }) => parameters)];
  const templates = [requestTemplates, ...Object.values(responses).map((response) => response.templates)];
  const texts = [uri, credentials, connectionId, ...templates.flatMap((each) => Object.values(each))];
  const names = [
    ...mappings.flatMap((each) => Object.values(each)).flatMap((text) => inMapping.exec(text)?.[1] ?? []),
    ...texts.flatMap((text) => [...(text ?? '').matchAll(inText)].map(([, name = '']) => name)),
  ];
  return [...new Set(names)].sort();
}
