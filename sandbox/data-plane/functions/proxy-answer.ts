import { acceptsBinary } from '../content-handling';
import { GatewayFault } from '../fault';
import type { CallContext } from '../gateway-call';
import type { GatewayAnswer } from '../integration-answer';
import { parseJson } from '../json-path';

const members = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded', 'statusDescription']);

/** Makes an answer of what a function gave back; throws the 502 for what API Gateway doesn't take (facts 08, section 8.7). */
export function readProxyAnswer(call: CallContext, payload: string): GatewayAnswer & { body: Buffer } {
  const result = parseJson(payload);
  if (typeof result !== 'object' || result === null || Array.isArray(result)) throw malformed();
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = result as Record<string, unknown>;
  const unknown = Object.keys(result).filter((key) => !members.has(key));
  if (unknown.length > 0 || Object.keys(result).length === 0) throw malformed();
  const text = textOf(body);
  const decodes = isBase64Encoded === true && acceptsBinary(call);
  return {
    status: statusOf(statusCode),
    headers: joined(record(headers), record(multiValueHeaders)),
    body: Buffer.from(text, decodes ? 'base64' : 'utf8'),
  };
}

function malformed(): GatewayFault {
  return new GatewayFault('badProxyAnswer', 'Malformed Lambda proxy response');
}

function statusOf(status: unknown): number {
  const number = status === undefined ? 200 : Number(status);
  if (status === null || !Number.isInteger(number) || number < 100 || number > 599) throw malformed();
  return number;
}

function textOf(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') throw malformed();
  return body;
}

function record(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw malformed();
  return value as Record<string, unknown>;
}

/** A name in both maps: first its many values, in their letter case, then the single one. */
function joined(single: Record<string, unknown>, multi: Record<string, unknown>): [string, string][] {
  const many = Object.entries(multi).flatMap(([name, values]) => {
    if (!Array.isArray(values)) throw malformed();
    return values.map((value): [string, string] => [name, scalar(value)]);
  });
  const casing = new Map(many.map(([name]) => [name.toLowerCase(), name]));
  const ones = Object.entries(single)
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, string] => [casing.get(name.toLowerCase()) ?? name, scalar(value)]);
  const seen = new Set(many.map(([name, value]) => `${name.toLowerCase()}\n${value}`));
  return [...many, ...ones.filter(([name, value]) => !seen.has(`${name.toLowerCase()}\n${value}`))];
}

function scalar(value: unknown): string {
  if (typeof value === 'object' && value !== null) throw malformed();
  return String(value);
}
