import { JsonCodec2 } from '@smithy/core/protocols';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';
import { jsonReader } from './read-json';

const codec = new JsonCodec2({ jsonName: false, timestampFormat: { useTrait: true, default: 7 } });
const readJson = jsonReader(codec, false);
const contentType = 'application/x-amz-json-1.1';
const nothing = Buffer.from('{}');

/** awsJson1_1, as ACM speaks it (facts 10.4): everything is POST / and the operation is in X-Amz-Target. */
export function awsJson(operations: Map<string, OperationShape>, targetPrefix: string): Protocol {
  return {
    recognise(request) {
      const [prefix, name] = (request.headers['x-amz-target'] ?? '').split('.');
      const operation = prefix === targetPrefix ? operations.get(name ?? '') : undefined;
      return (
        operation && {
          operation,
          // An operation without input gets an empty structure.
          decodeInput: async () =>
            operation.input.isStructSchema()
              ? readJson(operation.input, request.body.length > 0 ? request.body : nothing)
              : {},
        }
      );
    },
    encode(operation, output, requestId) {
      const headers = { 'x-amzn-RequestId': requestId, 'Content-Type': contentType };
      if (!operation.output.isStructSchema()) return { status: 200, headers, body: '{}' };
      const serializer = codec.createSerializer();
      serializer.write(operation.output, output);
      return { status: 200, headers, body: serializer.flush() };
    },
    encodeFailure(failure, requestId) {
      return {
        status: failure.status,
        headers: { 'x-amzn-RequestId': requestId, 'Content-Type': contentType },
        body: JSON.stringify({ __type: failure.code, message: failure.message }),
      };
    },
  };
}
