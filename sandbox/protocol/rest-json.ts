import { JsonCodec2 } from '@smithy/core/protocols';
import { decodeInput } from './decode-input';
import { encodeOutput } from './encode-output';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';
import { jsonReader } from './read-json';
import { RouteTable } from './route-table';

const codec = new JsonCodec2({ jsonName: true, timestampFormat: { useTrait: true, default: 7 } });

const readJson = jsonReader(codec, true);

/** restJson1, as API Gateway speaks it (facts 10.2). */
export function restJson(operations: Map<string, OperationShape>): Protocol {
  const routes = new RouteTable(operations.values());
  return {
    recognise(request) {
      const match = routes.match(request);
      return match && { operation: match.operation, decodeInput: () => decodeInput(match, request, readJson) };
    },
    encode(operation, output, requestId) {
      const answer = encodeOutput(operation, output, (schema, value) => {
        const serializer = codec.createSerializer();
        serializer.write(schema, value);
        return serializer.flush();
      });
      const contentType = answer.headers['Content-Type'] ?? 'application/json';
      return { ...answer, headers: { ...answer.headers, ...ids(requestId), 'Content-Type': contentType } };
    },
    encodeFailure(failure, requestId) {
      return {
        status: failure.status,
        headers: { ...ids(requestId), 'Content-Type': 'application/json', 'x-amzn-ErrorType': failure.code },
        body: JSON.stringify({ message: failure.message }),
      };
    },
  };
}

function ids(requestId: string): Record<string, string> {
  const apigwId = Buffer.from(requestId.replaceAll('-', ''), 'hex').subarray(0, 11).toString('base64url');
  return { 'x-amzn-RequestId': requestId, 'x-amz-apigw-id': `${apigwId}=` };
}
