import { parseJson } from '../../data-plane/json-path';
import { asList, asRecord, type Json } from './openapi/json';

/** A schema that a reference leads to; `undefined` where there is none. */
type FindSchema = (reference: string) => Json | undefined;

const deepest = 20;
/** Schemas that refer to themselves more than once would grow without end. */
const mostSamples = 1000;

/** A mapping template that makes a sample of a model's schema (JSON), as API Gateway generates it. */
export function modelTemplate(schema: string, find: FindSchema): string {
  const root = asRecord(parseJson(schema));
  const walk = { root, find, depth: 0, budget: { left: mostSamples } };
  return `#set($inputRoot = $input.path('$'))\n${sample(root, '$inputRoot', '', walk)}`;
}

interface Walk {
  root: Json;
  find: FindSchema;
  /** Schemas may refer to themselves. */
  depth: number;
  /** Samples that may still be made; shared by the whole walk. */
  budget: { left: number };
}

const scalars: Record<string, string> = {
  integer: '42',
  number: '42.0',
  boolean: 'true',
  string: '"foo"',
  null: 'null',
};

/** @param from what the template reads the value out of */
function sample(given: Json, from: string, indent: string, walk: Walk): string {
  const schema = resolved(given, walk);
  if (walk.depth > deepest || walk.budget.left <= 0) return '{}';
  walk.budget.left -= 1;
  const below = { ...walk, depth: walk.depth + 1 };
  const inner = `${indent}  `;
  const type = String([schema.type].flat()[0] ?? (schema.properties ? 'object' : schema.items ? 'array' : 'string'));
  if (type === 'array') {
    const items = sample(asRecord(schema.items), '$elem', inner, below);
    return (
      `[\n##TODO: Update this foreach loop to reference array from input json\n#foreach($elem in ${from})\n` +
      `${inner}${items}\n#if($foreach.hasNext),#end\n#end\n${indent}]`
    );
  }
  if (type !== 'object') {
    const [first] = asList(schema.enum);
    const plain = Object.hasOwn(scalars, type) ? scalars[type] : undefined;
    return first === undefined ? (plain ?? '"foo"') : JSON.stringify(first);
  }
  const members = Object.entries(asRecord(schema.properties)).map(
    ([name, each]) => `${inner}${JSON.stringify(name)} : ${sample(asRecord(each), `${from}.${name}`, inner, below)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function resolved(schema: Json, { root, find }: Walk): Json {
  if (typeof schema.$ref !== 'string') return schema;
  if (!schema.$ref.startsWith('#')) return find(schema.$ref) ?? {};
  let target: unknown = root;
  for (const step of schema.$ref.slice(1).split('/').filter(Boolean)) target = asRecord(target)[step];
  return asRecord(target);
}
