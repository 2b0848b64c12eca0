import { XmlCodec } from '@aws-sdk/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import fc from 'fast-check';
import { type OperationShape, requiredMembers } from '../protocol/operation-shape';
import type { Service } from '../service';

/** A request to the AWS endpoint, as it goes over the wire. */
export interface RandomRequest {
  service: string;
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

const namespace = 'https://route53.amazonaws.com/doc/2013-04-01/';
const xml = new XmlCodec({
  xmlNamespace: namespace,
  serviceNamespace: namespace,
  timestampFormat: { useTrait: true, default: 5 },
  httpBindings: true,
});

/** How far a request is from a valid one. */
type Kind = 'valid' | 'nearly valid' | 'garbage';

/**
 * Requests for the operations that a service has, made from AWS's own schemas: all required members there, or some left out
 * and of other kinds, or with a body that is cut, mangled or nothing at all.
 * @param names texts that mean something to the sandbox: ids, names, ARNs, paths of patches
 */
export function randomRequest(service: Service, names: string[]): fc.Arbitrary<RandomRequest> {
  const operations = Object.keys(service.behaviours).flatMap((name) => service.shapes.get(name) ?? []);
  return fc
    .tuple(
      fc.constantFrom(...operations),
      fc.constantFrom<Kind>('valid', 'valid', 'nearly valid', 'nearly valid', 'garbage'),
    )
    .chain(([shape, kind]) =>
      fc
        .tuple(structure(shape.input, names, kind, 0), fc.nat(), fc.string({ unit: 'binary', maxLength: 12 }))
        .map(([input, place, noise]) => encode(service, shape, input, kind, place, noise)),
    );
}

type Input = Record<string, unknown>;

function structure(schema: NormalizedSchema, names: string[], kind: Kind, depth: number): fc.Arbitrary<Input> {
  if (!schema.isStructSchema()) return fc.constant({});
  const required = new Set(requiredMembers(schema));
  const arns = names.filter((name) => name.startsWith('arn:'));
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, member] of schema.structIterator()) {
    if (depth > 3 && !required.has(name)) continue;
    members[name] = any(member, /Arn$/.test(name) ? arns : names, kind, depth);
  }
  return fc.record(members, { requiredKeys: kind === 'valid' ? [...required] : [] }) as fc.Arbitrary<Input>;
}

function any(schema: NormalizedSchema, names: string[], kind: Kind, depth: number): fc.Arbitrary<unknown> {
  const right = fitting(schema, names, kind, depth);
  if (kind === 'valid') return right;
  const wrong = fc.constantFrom<unknown>(null, true, -1, 1e21, '', [], {}, [null], { x: 1 }, '\u0000');
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

function fitting(schema: NormalizedSchema, names: string[], kind: Kind, depth: number): fc.Arbitrary<unknown> {
  if (schema.isStructSchema()) return structure(schema, names, kind, depth + 1);
  if (schema.isListSchema()) return fc.array(any(schema.getValueSchema(), names, kind, depth + 1), { maxLength: 3 });
  if (schema.isMapSchema())
    return fc.dictionary(fc.constantFrom(...names), any(schema.getValueSchema(), names, kind, depth + 1), {
      maxKeys: 3,
    });
  if (schema.isNumericSchema()) return fc.constantFrom(0, 1, 5, 300, -1, 29_000, 1_000_000_000);
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isTimestampSchema()) return fc.constantFrom(0, 1_700_000_000);
  if (schema.isBlobSchema()) return fc.constantFrom('', 'e30=', 'eyJvcGVuYXBpIjoiMy4wLjEifQ==');
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  );
}

function encode(
  service: Service,
  shape: OperationShape,
  input: Input,
  kind: Kind,
  place: number,
  noise: string,
): RandomRequest {
  const headers: Record<string, string> = {};
  const query = new URLSearchParams();
  let [path = '/', literal = ''] = (shape.http?.uri ?? '/').split('?');
  for (const [name, value] of new URLSearchParams(literal)) query.set(name, value);
  const body: Input = {};
  let payload: string | undefined;
  for (const [name, member] of shape.input.isStructSchema() ? shape.input.structIterator() : []) {
    const traits = member.getMergedTraits();
    const value = input[name];
    if (traits.httpLabel) {
      path = path.replace(new RegExp(`\\{${name}\\+?\\}`), encodeURIComponent(text(value) || 'x'));
      continue;
    }
    if (value === undefined) continue;
    if (traits.httpQuery) for (const each of [value].flat()) query.append(traits.httpQuery, text(each));
    else if (traits.httpHeader) headers[traits.httpHeader.toLowerCase()] = text(value).replace(/[^\x20-\x7e]/g, '?');
    else if (traits.httpPayload) payload = text(value);
    else if (!traits.httpQueryParams) body[service.name === 'apigateway' ? (traits.jsonName ?? name) : name] = value;
  }
  if (!shape.http) headers['x-amz-target'] = `CertificateManager.${shape.name}`;
  const whole = payload ?? (service.name === 'route53' ? toXml(shape, body) : JSON.stringify(body));
  return {
    service: service.name,
    operation: shape.name,
    method: shape.http?.method ?? 'POST',
    path: query.size > 0 ? `${path}?${query}` : path,
    headers,
    body: kind === 'garbage' ? mangle(whole, place, noise) : whole,
  };
}

function text(value: unknown): string {
  const plain = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  // Halves of surrogate pairs can't be sent.
  return Buffer.from(plain).toString();
}

/** By AWS's codec where the values fit, else by hand: any elements at all. */
function toXml(shape: OperationShape, body: Input): string {
  try {
    const serializer = xml.createSerializer();
    serializer.write(shape.input, body);
    return String(serializer.flush());
  } catch {
    const elements = Object.entries(body).map(([name, value]) => `<${name}>${JSON.stringify(value)}</${name}>`);
    return `<${shape.name}Request xmlns="${namespace}">${elements.join('')}</${shape.name}Request>`;
  }
}

/** Cut off, with noise in the middle, or nothing but noise. */
function mangle(body: string, place: number, noise: string): string {
  const at = body.length === 0 ? 0 : place % body.length;
  if (place % 3 === 0) return body.slice(0, at);
  return place % 3 === 1 ? body.slice(0, at) + noise + body.slice(at + 1) : noise;
}
