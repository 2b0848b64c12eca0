import { XmlCodec } from '@aws-sdk/core/protocols';
import { decodeInput } from './decode-input';
import { XmlDecoder } from './decode-xml';
import { encodeOutput } from './encode-output';
import { Failure } from './failure';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';
import { NotXml, readXml } from './read-xml';
import { RouteTable } from './route-table';
import type { FacetsByMember } from './xml-facets';
import { xmlFailure } from './xml-failure';

const declaration = '<?xml version="1.0"?>\n';

/** restXml, as Route 53 speaks it (facts 10.3). */
export function restXml(operations: Map<string, OperationShape>, namespace: string, facets: FacetsByMember): Protocol {
  const routes = new RouteTable(operations.values());
  const codec = new XmlCodec({
    xmlNamespace: namespace,
    serviceNamespace: namespace,
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: true,
  });
  const decoder = new XmlDecoder(namespace, facets);
  const readBody = async (schema: OperationShape['input'], body: Buffer): Promise<Record<string, unknown>> => {
    try {
      return decoder.decode(readXml(body), schema);
    } catch (error) {
      if (error instanceof NotXml) throw new Failure('MalformedInput', 'Could not parse XML');
      throw error;
    }
  };
  return {
    recognise(request) {
      const match = routes.match(request);
      return match && { operation: match.operation, decodeInput: () => decodeInput(match, request, readBody) };
    },
    encode(operation, output, requestId) {
      const answer = encodeOutput(operation, output, (schema, value) => {
        const serializer = codec.createSerializer();
        serializer.write(schema, value);
        return `${declaration}${serializer.flush()}`;
      });
      return { ...answer, headers: { ...answer.headers, 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml' } };
    },
    encodeFailure: (failure, requestId) => xmlFailure(failure, requestId, namespace, declaration),
  };
}
