import { expect } from 'vitest';
import type { Resolution } from '@/lib/gateway/resolve';
import type { ReceivedRequest } from './echo-server';
import type { RawAnswer } from './send-raw';

/** Who connects how is HTTP's own business; each request has its own trace. */
const ofTheWire = /^(connection|content-length|transfer-encoding|x-amzn-trace-id)$/i;

function comparable(headers: [string, string][]): string[] {
  return headers
    .filter(([name]) => !ofTheWire.test(name))
    .map(([name, value]) => `${/^host$/i.test(name) ? 'Host' : name}: ${value.trim()}`)
    .sort();
}

/** Which of several mappings comes first, nobody knows: AWS keeps them in a map. The values of one parameter are in order. */
function ordered(pathWithQuery: string): string {
  const [path = '', query = ''] = pathWithQuery.split('?', 2);
  const nameOf = (pair: string) => pair.split('=', 1)[0] ?? '';
  const pairs = query
    .split('&')
    .sort((one, other) => Number(nameOf(one) > nameOf(other)) - Number(nameOf(one) < nameOf(other)));
  return [path, ...pairs].join(' ');
}

/** Holds what the back end and the client got against what `resolve` said that they would. */
export function expectAgreement({
  got,
  answer,
  resolution,
}: {
  got: ReceivedRequest[];
  answer: RawAnswer;
  resolution: Resolution;
}): void {
  if (resolution.outcome === 'refused') {
    const { status, errorType, body } = resolution.refusal;
    expect(got).toEqual([]);
    const answered = [answer.status, answer.headers['x-amzn-errortype'], JSON.parse(answer.body)];
    expect(answered).toEqual([status, errorType, JSON.parse(body)]);
    return;
  }
  if (resolution.outcome === 'mocked') throw new Error('no mock was asked');
  const { verb, path, headers, body } = resolution.request;
  expect(got, JSON.stringify(answer)).toHaveLength(1);
  const [only] = got;
  expect({ ...only, path: ordered(only?.path ?? ''), headers: comparable(only?.headers ?? []) }).toEqual({
    verb,
    path: ordered(path),
    headers: comparable(headers.map(({ name, value }) => [name, value])),
    body: 'text' in body ? body.text : '',
  });
}
