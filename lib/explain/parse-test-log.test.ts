import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTestLog } from './parse-test-log';

const at = 'Sun Nov 22 12:34:56 UTC 2026 : ';
const begin = [
  'Execution log for request 5e0a1f3c-0000-4000-8000-000000000000',
  `${at}Starting execution for request: 5e0a1f3c-0000-4000-8000-000000000000`,
  `${at}HTTP Method: POST, Resource Path: /pets/123`,
  `${at}Method request path: {petId=123}`,
  `${at}Method request query string: {}`,
  `${at}Method request headers: {Accept=text/html, application/json;q=0.9, X-Token=a=b}`,
  `${at}Method request body before transformations: {`,
  '  "name": "x"',
  '}',
];
const whole = [
  ...begin,
  `${at}Endpoint request URI: https://back.example.com/pets/123?x=1`,
  `${at}Endpoint request headers: {Accept=application/json, X-Long=aaaa [TRUNCATED]`,
  `${at}Endpoint request body after transformations: {}`,
  `${at}Sending request to https://back.example.com/pets/123?x=1`,
  `${at}Received response. Status: 200, Integration latency: 31 ms`,
  `${at}Endpoint response headers: {Content-Type=application/json}`,
  `${at}Endpoint response body before transformations: ok`,
  `${at}Something new that AWS writes since yesterday`,
  `${at}Method response body after transformations: ok`,
  `${at}Method response headers: {Content-Type=application/json}`,
  `${at}Successfully completed execution`,
  `${at}Method completed with status: 200`,
  '',
].join('\n');

describe('parseTestLog', () => {
  it('gives sections with a sentence each', () => {
    expect(parseTestLog(whole).map(({ kind, sentence, failed }) => [kind, sentence, failed])).toEqual([
      ['client-request', 'The test sends POST /pets/123, with petId = 123.', false],
      ['endpoint-request', 'API Gateway calls https://back.example.com/pets/123?x=1.', false],
      ['endpoint-response', 'It answers 200 after 31 ms.', false],
      ['method-response', 'After mappings and templates.', false],
      ['outcome', 'It ran through. The client gets 200.', false],
    ]);
  });

  it('takes lines apart, and keeps those of a body together', () => {
    const [request, sent, answered] = parseTestLog(whole);
    const line = (label: string) => request?.lines.find((each) => each.label === label);
    expect(line('Method request headers')?.pairs).toEqual([
      ['Accept', 'text/html, application/json;q=0.9'],
      ['X-Token', 'a=b'],
    ]);
    expect(line('Method request query string')?.pairs).toEqual([]);
    expect(line('Method request body before transformations')?.text).toBe('{\n  "name": "x"\n}');
    expect(sent?.lines.find(({ label }) => label === 'Endpoint request headers')).toMatchObject({
      truncated: true,
      pairs: null,
    });
    expect(answered?.lines.at(-1)).toMatchObject({
      label: null,
      text: 'Something new that AWS writes since yesterday',
    });
  });

  it.each([
    ['Execution failed due to configuration error: Invalid endpoint address', /address can't be called/],
    ['Execution failed due to configuration error: Malformed Lambda proxy response', /another form/],
    ['Execution failed due to a cause that nobody has seen', /^It failed: Execution failed due to a cause/],
  ])('explains %s', (reason, sentence) => {
    const log = [...begin, `${at}${reason}`, `${at}Method completed with status: 500`].join('\n');
    const outcome = parseTestLog(log).at(-1);
    expect(outcome).toMatchObject({ kind: 'outcome', failed: true });
    expect(outcome?.sentence).toMatch(sentence);
    expect(outcome?.sentence).toMatch(/The client gets 500\.$/);
  });

  it('keeps every word of whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...whole.split('\n')))), (lines) => {
        const sections = parseTestLog(lines.join('\n'));
        const text = sections
          .flatMap((section) => section.lines.map((line) => `${line.label} ${line.text}`))
          .join('\n');
        for (const word of lines
          .join('\n')
          .replaceAll(at, '')
          .split(/[\s:]+/)) {
          if (!word.includes('[TRUNCATED]')) expect(text).toContain(word);
        }
      }),
    );
  });
});
