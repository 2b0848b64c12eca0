import { XmlCodec } from '@aws-sdk/core/protocols';
import { decodeInput } from './decode-input';
import { encodeOutput } from './encode-output';
import { Failure } from './failure';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';
import { RouteTable } from './route-table';

const declaration = '<?xml version="1.0"?>\n';

/** restXml, as Route 53 speaks it (facts 10.3). */
export function restXml(operations: Map<string, OperationShape>, namespace: string): Protocol {
  const routes = new RouteTable(operations.values());
  const codec = new XmlCodec({
    xmlNamespace: namespace,
    serviceNamespace: namespace,
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: true,
  });
  const readXml = async (schema: OperationShape['input'], body: Buffer): Promise<Record<string, unknown>> => {
    try {
      return await codec.createDeserializer().read(schema, body.toString('utf8'));
    } catch (cause) {
      throw new Failure('InvalidInput', `Invalid XML ; ${String(cause)}`);
    }
  };
  return {
    recognise(request) {
      const match = routes.match(request);
      return match && { operation: match.operation, decodeInput: () => decodeInput(match, request, readXml) };
    },
    encode(operation, output, requestId) {
      const answer = encodeOutput(operation, output, (schema, value) => {
        const serializer = codec.createSerializer();
        serializer.write(schema, value);
        return `${declaration}${serializer.flush()}`;
      });
      return { ...answer, headers: { ...answer.headers, 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml' } };
    },
    encodeFailure(failure, requestId) {
      const sender = failure.status < 500 ? 'Sender' : 'Receiver';
      return {
        status: failure.status,
        headers: { 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml' },
        body:
          `${declaration}<ErrorResponse xmlns="${namespace}"><Error><Type>${sender}</Type><Code>${escapeXml(failure.code)}</Code>` +
          `<Message>${escapeXml(failure.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
      };
    },
  };
}

/** Control characters out of a request would make the answer unreadable. */
function escapeXml(text: string): string {
  const printable = text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return printable.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
