import type { TestLogLine, TestLogSection } from './model';

type Said = Pick<TestLogSection, 'sentence' | 'failed'>;

const find = (lines: TestLogLine[], pattern: RegExp) => {
  for (const { label, text } of lines) {
    const match = pattern.exec(label === null ? text : `${label}: ${text}`);
    if (match) return match;
  }
  return null;
};

const ran = (sentence: string): Said => ({ sentence, failed: false });

const sentences: Record<TestLogSection['kind'], (lines: TestLogLine[]) => Said> = {
  'client-request': (lines) => {
    const [, verb, path] = find(lines, /^HTTP Method: (\S+), Resource Path: (\S*)/) ?? [];
    const values = lines.find(({ label }) => label === 'Method request path')?.pairs ?? [];
    const filled =
      values.length === 0 ? '' : `, with ${values.map(([name, value]) => `${name} = ${value}`).join(', ')}`;
    return ran(verb ? `The test sends ${verb} ${path}${filled}.` : 'What the test sends.');
  },
  'endpoint-request': (lines) => {
    const [, uri] = find(lines, /^(?:Endpoint request URI: |Sending request to )(\S+)/) ?? [];
    return ran(uri ? `API Gateway calls ${uri}.` : 'What API Gateway sends to the back end.');
  },
  'endpoint-response': (lines) => {
    const failure = find(lines, /^Lambda execution failed.*/s)?.[0];
    if (failure) return { sentence: 'The Lambda function failed.', failed: true };
    const [, status, latency] = find(lines, /^Received response\. Status: (\d+), Integration latency: (\d+) ms/) ?? [];
    return ran(status ? `It answers ${status} after ${latency} ms.` : 'What the back end answers.');
  },
  'method-response': (lines) => {
    const [, type, status] = find(lines, /^Gateway response type: (\w+)(?: with status code: (\d+))?/) ?? [];
    if (type)
      return { sentence: `API Gateway answers by itself: ${type}${status ? `, ${status}` : ''}.`, failed: true };
    return ran('After mappings and templates.');
  },
  outcome: (lines) => {
    const [, status] = find(lines, /^Method completed with status: (\d+)/) ?? [];
    const end = status ? `The client gets ${status}.` : '';
    const reason = find(lines, /^(Execution failed.*|Request body does not match.*|Unsupported Media Type.*)/s)?.[0];
    if (reason) return { sentence: [explainFailure(reason), end].filter(Boolean).join(' '), failed: true };
    return ran(`It ran through. ${end}`.trim());
  },
  other: () => ran('Lines that Gatehouse does not know.'),
};

/** A section's sentence, and whether something went wrong in it. */
export function sectionSentence(kind: TestLogSection['kind'], lines: TestLogLine[]): Said {
  return sentences[kind](lines);
}

const failures: [RegExp, string][] = [
  [
    /invalid endpoint address/i,
    "The back end's address can't be called: look at the host name, and at variables that came out empty.",
  ],
  [/malformed lambda proxy response/i, 'The Lambda function answered in another form than a proxy integration takes.'],
  [
    /invalid permissions on lambda/i,
    'API Gateway may not invoke the Lambda function: its invoke permission is missing.',
  ],
  [/timed out|timeout/i, 'The back end took longer than the timeout.'],
  [/network error communicating/i, 'The back end could not be reached.'],
  [
    /no match for output mapping/i,
    'No integration response fits what the back end answered, and there is no default one.',
  ],
  [/unable to transform|template/i, 'A mapping template failed.'],
  [/host name.*certificate|certificate/i, "The back end's certificate was not accepted."],
  [/does not match model schema/i, 'The body does not fit the model that the request validator checks.'],
  [/unsupported media type/i, 'No request template fits the content type, and nothing passes without one.'],
];

function explainFailure(reason: string): string {
  return failures.find(([pattern]) => pattern.test(reason))?.[1] ?? `It failed: ${reason.split('\n', 1)[0]}`;
}
