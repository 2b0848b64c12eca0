import { JsonCodec2 } from '@smithy/core/protocols';
import { Failure } from './failure';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';

const codec = new JsonCodec2({ jsonName: false, timestampFormat: { useTrait: true, default: 7 } });
const contentType = 'application/x-amz-json-1.1';

/** awsJson1_1, as ACM speaks it (facts 10.4): everything is POST / and the operation is in X-Amz-Target. */
export function awsJson(operations: Map<string, OperationShape>, targetPrefix: string): Protocol {
  return {
    recognise(request) {
      const [prefix, name] = (request.headers['x-amz-target'] ?? '').split('.');
      const operation = prefix === targetPrefix ? operations.get(name ?? '') : undefined;
      return operation && { operation, decodeInput: () => readJson(operation.input, request.body) };
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

async function readJson(schema: OperationShape['input'], body: Buffer): Promise<Record<string, unknown>> {
  try {
    return await codec.createDeserializer().read(schema, body.toString('utf8') || '{}');
  } catch (cause) {
    throw new Failure('SerializationException', `Could not parse the request body: ${String(cause)}`);
  }
}
