import { isForwarded } from '../mapping/header-rules';
import type { PreviewInput } from '../preview-request';
import { type CompiledMapping, compileIntegration } from '../resolve/compile-integration';
import type { Resolution } from '../resolve/model';

type Input = Pick<PreviewInput, 'method' | 'request' | 'stageVariables' | 'stage' | 'render'>;

/** What a sample request doesn't show by itself: what is left out, what is empty, what happens elsewhere. */
export function requestNotes(input: Input, resolution: Resolution): string[] {
  const { integration } = input.method;
  if (!integration || resolution.outcome === 'refused') return [];
  const compiled = compileIntegration(integration);
  const mapped = [...compiled.headers, ...compiled.query, ...compiled.path.values()];
  const { type } = integration;
  return [
    ...(type === 'MOCK' || type === 'AWS_PROXY' ? [] : mapped.flatMap((each) => absentNote(each, input) ?? [])),
    ...emptyVariables(
      input,
      compiled.uri.flatMap((part) => (part.kind === 'stage-variable' ? [part.name] : [])),
    ),
    ...(type === 'HTTP_PROXY' ? droppedNote(input) : []),
    ...(type === 'HTTP' || type === 'AWS'
      ? ['Nothing of the client reaches this back end but what is mapped, and the body.']
      : []),
    ...(integration.contentHandling
      ? [`API Gateway converts the body (${integration.contentHandling}) before it sends it.`]
      : []),
    ...(integration.connectionType === 'VPC_LINK'
      ? ['The request goes through the VPC link, not over the internet.']
      : []),
    ...(integration.type === 'AWS' ? ['API Gateway signs the request with the role of the integration.'] : []),
  ];
}

/** Why a mapping sends nothing for this sample; null when it does. */
function absentNote({ name, mapping, expression }: CompiledMapping, { request }: Input): string | null {
  const missing = (what: string) => `${name} is left out: the sample has no ${what}.`;
  switch (mapping.kind) {
    case 'header':
    case 'multi-header': {
      if (request.headers.some(([each]) => each === mapping.name)) return null;
      const other = request.headers.find(([each]) => each.toLowerCase() === mapping.name.toLowerCase())?.[0];
      if (other === undefined) return missing(`header ${mapping.name}`);
      return `${name} is left out: the sample sends ${other}, the mapping reads ${mapping.name}, and letter case counts.`;
    }
    case 'query':
    case 'multi-query':
      return hasQuery(request.path, mapping.name) ? null : missing(`query parameter ${mapping.name}`);
    case 'context':
      return callerNote(name, mapping.name, expression);
    default:
      return null;
  }
}

function hasQuery(path: string, name: string): boolean {
  const query = path.split('?').slice(1).join('?');
  return query.split(/[&;]/).some((part) => {
    const [key = ''] = part.split('=', 1);
    return key === name || key === encodeURIComponent(name);
  });
}

/** What only a signature, a key, a certificate or an authorizer tells. */
function callerNote(name: string, field: string, expression: string): string | null {
  const dependsOnCaller = /^(authorizer\.|identity\.(?!sourceIp$|userAgent$)|error\.|waf|webacl|awsEndpoint)/.test(
    field,
  );
  return dependsOnCaller ? `${name} is not shown: ${expression} is known only while a real request runs.` : null;
}

function emptyVariables({ method, stageVariables, stage = 'the stage' }: Input, ofUri: string[]): string[] {
  const ofMappings = Object.values(method.integration?.requestParameters ?? {}).flatMap((expression) => {
    const name = /^stageVariables\.(\w+)$/.exec(expression)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...ofUri, ...ofMappings])]
    .filter((name) => !Object.hasOwn(stageVariables, name))
    .map((name) => `The stage variable ${name} has no value in ${stage}: it is an empty text.`);
}

function droppedNote({ request }: Input): string[] {
  const dropped = request.headers
    .map(([name]) => name)
    .filter((name) => !isForwarded(name.toLowerCase()) && name.toLowerCase() !== 'host');
  const names = [...new Set(dropped)];
  return names.length === 0 ? [] : [`API Gateway keeps to itself: ${names.join(', ')}.`];
}
