import { XmlCodec } from '@aws-sdk/core/protocols';
import type { OperationShape } from './operation-shape';
import type { Protocol } from './protocol';
import type { WireRequest } from './wire';
import { xmlFailure } from './xml-failure';

/** awsQuery, as STS speaks it: a form with the operation in `Action`, answered in XML. Lists and structures aren't read. */
export function awsQuery(operations: Map<string, OperationShape>, namespace: string): Protocol {
  const codec = new XmlCodec({
    xmlNamespace: namespace,
    serviceNamespace: namespace,
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: false,
  });
  return {
    recognise(request) {
      const form = queryOf(request);
      const operation = operations.get(form.get('Action') ?? '');
      if (!operation) return undefined;
      const members = [...operation.input.structIterator()].flatMap(([name, schema]): [string, unknown][] => {
        const text = form.get(name);
        if (text === null) return [];
        if (schema.isStringSchema()) return [[name, text]];
        return schema.isNumericSchema() ? [[name, Number(text)]] : [];
      });
      return { operation, decodeInput: async () => Object.fromEntries(members) };
    },
    encode(operation, output, requestId) {
      const serializer = codec.createSerializer();
      serializer.write(operation.output, output);
      const members = String(serializer.flush()).replace(/^<[^>]*>|<\/[^>]*>$/g, '');
      const { name } = operation;
      return {
        status: 200,
        headers: { 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml' },
        body:
          `<${name}Response xmlns="${namespace}"><${name}Result>${members}</${name}Result>` +
          `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`,
      };
    },
    encodeFailure: (failure, requestId) => xmlFailure(failure, requestId, namespace),
  };
}

/** The parameters of a request: in its form, or in its query when it is a GET. */
export function queryOf({ method, query, body }: WireRequest): URLSearchParams {
  return method === 'POST' ? new URLSearchParams(body.toString('utf8')) : query;
}
