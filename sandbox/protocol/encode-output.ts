import type { NormalizedSchema } from '@smithy/core/schema';
import type { OperationShape } from './operation-shape';
import type { WireAnswer } from './wire';

type Output = Record<string, unknown>;

export type WriteBody = (schema: NormalizedSchema, value: Output) => string | Uint8Array;

/** Lays an operation's output into status, headers and body, each member where AWS's model binds it. */
export function encodeOutput(operation: OperationShape, output: Output, writeBody: WriteBody): WireAnswer {
  const answer: WireAnswer = { status: operation.http?.status ?? 200, headers: {}, body: '' };
  if (!operation.output.isStructSchema()) return answer;
  const body: Output = {};
  let hasBody = false;
  for (const [name, member] of operation.output.structIterator()) {
    const traits = member.getMergedTraits();
    const value = output[name];
    if (traits.httpHeader) {
      if (value !== undefined) answer.headers[traits.httpHeader] = String(value);
    } else if (traits.httpResponseCode) {
      if (typeof value === 'number') answer.status = value;
    } else if (traits.httpPayload) {
      if (value !== undefined) answer.body = payload(member, value, writeBody);
    } else {
      hasBody = true;
      if (value !== undefined) body[name] = value;
    }
  }
  if (hasBody) answer.body = writeBody(operation.output, body);
  return answer;
}

function payload(member: NormalizedSchema, value: unknown, writeBody: WriteBody): string | Uint8Array {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  return writeBody(member, value as Output);
}
