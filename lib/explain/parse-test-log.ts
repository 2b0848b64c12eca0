import { sectionSentence } from './log-sentences';
import type { TestLogLine, TestLogSection } from './model';
import { readLogLine } from './read-log-line';

type Kind = TestLogSection['kind'];

const titles: Record<Kind, string> = {
  'client-request': 'The request comes in',
  'endpoint-request': 'The back end is called',
  'endpoint-response': 'The back end answers',
  'method-response': 'What the client gets',
  outcome: 'How it ended',
  other: 'Other lines',
};

/** Where a line belongs, by how it begins. What begins otherwise stays with the lines before it. */
const beginnings: [RegExp, Kind][] = [
  [
    /^(Execution log for|Starting execution|Extended Request Id|HTTP Method|Method request |Verifying Usage Plan|Usage Plan|API Key)/,
    'client-request',
  ],
  [/^(Endpoint request |Sending request to)/, 'endpoint-request'],
  [
    /^(Received response|Endpoint response |AWS Integration Endpoint RequestId|Lambda execution failed)/,
    'endpoint-response',
  ],
  [/^(Method response |Gateway response )/, 'method-response'],
  [
    /^(Successfully completed|Execution failed|Method completed|Request body does not match|Unsupported Media Type)/,
    'outcome',
  ],
];

const stamp = /^[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} [A-Z]{3,4} \d{4} ?: ?/;

/**
 * TestInvokeMethod's execution log in titled sections with a sentence each. Lines that nobody knows are kept where they stand; the
 * lines of a body of several stay together. Never throws. Source: facts 05, 5.9.
 */
export function parseTestLog(log: string): TestLogSection[] {
  const sections: { kind: Kind; lines: TestLogLine[] }[] = [];
  for (const text of logLines(log)) {
    const current = sections.at(-1);
    const kind = beginnings.find(([pattern]) => pattern.test(text))?.[1] ?? current?.kind ?? 'other';
    if (current?.kind === kind) current.lines.push(readLogLine(text));
    else sections.push({ kind, lines: [readLogLine(text)] });
  }
  return sections.map(({ kind, lines }) => ({ kind, title: titles[kind], lines, ...sectionSentence(kind, lines) }));
}

/** The entries without their stamps; what has no stamp goes on with the entry before it. */
function logLines(log: string): string[] {
  const entries: string[] = [];
  for (const [index, line] of log.replace(/\n$/, '').split(/\r?\n/).entries()) {
    const isEntry = stamp.test(line) || index === 0;
    if (isEntry) entries.push(line.replace(stamp, ''));
    else entries.push(`${entries.pop() ?? ''}\n${line}`);
  }
  return entries.filter((entry) => entry !== '');
}
