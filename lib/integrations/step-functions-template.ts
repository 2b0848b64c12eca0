// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and mapping templates write ${…} themselves
export const stepFunctionsInputs = ['body', 'whole-request'] as const;
type StepFunctionsInput = (typeof stepFunctionsInputs)[number];

interface Start {
  stateMachineArn: string;
  input: StepFunctionsInput;
  /** Of the execution, with references such as `$context.requestId`; `''` lets AWS choose. */
  name: string;
}

/**
 * The request template that starts an execution. `escapeJavaScript` escapes single quotes too, which JSON doesn't know, so they
 * are put back: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function startTemplate({ stateMachineArn, input, name }: Start): string {
  const { before, value } = inputs[input];
  const nameLine = name === '' ? [] : [`  "name": "${name}",`];
  return [
    ...before,
    '{',
    ...nameLine,
    `  "input": "${escaped(value)}",`,
    `  "stateMachineArn": "${stateMachineArn}"`,
    '}',
  ].join('\n');
}

/** What a template written by {@link startTemplate} says; for any other text something that makes another template. */
export function readStartTemplate(template: string): Start {
  const field = (name: string) => new RegExp(`^ {2}"${name}": "(.*)",?$`, 'm').exec(template)?.[1] ?? '';
  return {
    // Also of a template that somebody wrote otherwise: lists name what it starts.
    stateMachineArn: field('stateMachineArn') || (/"stateMachineArn"\s*:\s*"([^"]*)"/.exec(template)?.[1] ?? ''),
    input: template.startsWith('{') ? 'body' : 'whole-request',
    name: field('name'),
  };
}

/** Text for a JSON string. */
const escaped = (value: string) => `$util.escapeJavaScript(${value}).replaceAll("\\\\'", "'")`;

/** `{"body": …, "path": {…}, "querystring": {…}, "header": {…}, "httpMethod": …, "resourcePath": …, "requestId": …}` */
const wholeRequest = [
  `#set($quote = '"')`,
  '#set($request = "{${quote}body${quote}: $input.json(\'$\')")',
  '#set($params = $input.params())',
  '#foreach($part in ["path", "querystring", "header"])',
  '#set($separator = "")',
  '#set($request = "$request, ${quote}$part${quote}: {")',
  '#set($values = $params.get($part))',
  '#foreach($name in $values.keySet())',
  `#set($key = ${escaped('$name')})`,
  `#set($value = ${escaped('$values.get($name)')})`,
  '#set($request = "$request$separator${quote}$key${quote}: ${quote}$value${quote}")',
  '#set($separator = ", ")',
  '#end',
  '#set($request = "$request}")',
  '#end',
  '#set($request = "$request, ${quote}httpMethod${quote}: ${quote}$context.httpMethod${quote}")',
  '#set($request = "$request, ${quote}resourcePath${quote}: ${quote}$context.resourcePath${quote}")',
  '#set($request = "$request, ${quote}requestId${quote}: ${quote}$context.requestId${quote}}")',
];

const inputs: Record<StepFunctionsInput, { before: string[]; value: string }> = {
  body: { before: [], value: "$input.json('$')" },
  'whole-request': { before: wholeRequest, value: '$request' },
};
