import type { NormalizedSchema } from '@smithy/core/schema';
import { Failure } from './failure';
import { requiredMembers } from './operation-shape';
import type { XmlElement } from './read-xml';
import { brokenFacet, type FacetsByMember } from './xml-facets';

type Members = Record<string, unknown>;

/**
 * Reads the values of a request's document by the schema of its operation, and refuses what AWS's XML schema would, with the
 * words of Apache's Xerces (facts 9.6): an element that isn't known, or twice, or not there, a value of another kind.
 * The order of elements isn't checked: AWS's own SDKs send them in several.
 */
export class XmlDecoder {
  readonly #namespace: string;
  readonly #facets: FacetsByMember;

  constructor(namespace: string, facets: FacetsByMember) {
    this.#namespace = namespace;
    this.#facets = facets;
  }

  /** Throws a {@link Failure} of code InvalidInput, or MalformedInput for another root. */
  decode(root: XmlElement, schema: NormalizedSchema): Members {
    const expected = schema.getName() ?? '';
    if (root.name !== expected) throw new Failure('MalformedInput', `${root.name} is not valid, expected ${expected}`);
    if (root.namespace !== this.#namespace)
      throw invalid(`cvc-elt.1: Cannot find the declaration of element '${root.name}'.`);
    return this.#structure(root, schema);
  }

  #value(element: XmlElement, schema: NormalizedSchema, place: string): unknown {
    if (schema.isStructSchema()) return this.#structure(element, schema);
    if (schema.isListSchema()) return this.#list(element, schema.getValueSchema(), place);
    return this.#text(element, schema, place);
  }

  #structure(element: XmlElement, schema: NormalizedSchema): Members {
    this.#refuseText(element);
    const members = new Map(bodyMembers(schema));
    const value: Members = {};
    for (const child of element.children) {
      const member = members.get(child.name);
      if (!member || child.namespace !== this.#namespace) throw this.#unexpected(child, [...members.keys()]);
      value[child.name] = this.#value(child, member, `${schema.getName()}.${child.name}`);
      members.delete(child.name);
    }
    if (requiredMembers(schema).some((name) => members.has(name)))
      throw invalid(
        `cvc-complex-type.2.4.b: The content of element '${element.name}' is not complete. One of ${this.#named([...members.keys()])} is expected.`,
      );
    return value;
  }

  #list(element: XmlElement, schema: NormalizedSchema, place: string): unknown[] {
    this.#refuseText(element);
    const name = schema.getMergedTraits().xmlName ?? 'member';
    const stranger = element.children.find((child) => child.name !== name || child.namespace !== this.#namespace);
    if (stranger) throw this.#unexpected(stranger, [name]);
    // No list of Route 53's schema may be empty.
    if (element.children.length === 0)
      throw invalid(
        `cvc-complex-type.2.4.b: The content of element '${element.name}' is not complete. One of ${this.#named([name])} is expected.`,
      );
    return element.children.map((child) => this.#value(child, schema, place));
  }

  #text(element: XmlElement, schema: NormalizedSchema, place: string): unknown {
    const { name, children, attributes } = element;
    if (children.length > 0)
      throw invalid(
        `cvc-type.3.1.2: Element '${name}' is a simple type, so it must have no element information item [children].`,
      );
    if (attributes[0] !== undefined)
      throw invalid(`cvc-type.3.1.1: Element '${name}' is a simple type, so it cannot have attributes.`);
    const collapsed = element.text.trim();
    if (schema.isNumericSchema() && !/^[+-]?\d{1,19}$/.test(collapsed)) throw notOfKind(collapsed, 'integer');
    if (schema.isBooleanSchema() && !/^(true|false|1|0)$/.test(collapsed)) throw notOfKind(collapsed, 'boolean');
    const text = schema.isStringSchema() ? element.text : collapsed;
    const facets = this.#facets[place];
    const broken = facets && brokenFacet(text, facets);
    if (broken) throw invalid(broken);
    if (schema.isNumericSchema()) return Number(text);
    return schema.isBooleanSchema() ? text === 'true' || text === '1' : text;
  }

  #refuseText({ name, text, attributes }: XmlElement): void {
    if (attributes[0] !== undefined)
      throw invalid(
        `cvc-complex-type.3.2.2: Attribute '${attributes[0]}' is not allowed to appear in element '${name}'.`,
      );
    if (text.trim() !== '')
      throw invalid(
        `cvc-complex-type.2.3: Element '${name}' cannot have character [children], because the type's content type is element-only.`,
      );
  }

  #unexpected({ name }: XmlElement, expected: string[]): Failure {
    const found = `Invalid content was found starting with element '${name}'.`;
    return expected.length === 0
      ? invalid(`cvc-complex-type.2.4.d: ${found} No child element is expected at this point.`)
      : invalid(`cvc-complex-type.2.4.a: ${found} One of ${this.#named(expected)} is expected.`);
  }

  #named(names: string[]): string {
    return `'{${names.map((name) => `"${this.#namespace}":${name}`).join(', ')}}'`;
  }
}

/** Members that travel in the document, by the names of their elements, which are their own. */
function* bodyMembers(schema: NormalizedSchema): Generator<[string, NormalizedSchema]> {
  for (const [name, member] of schema.structIterator()) {
    const { httpLabel, httpQuery, httpHeader } = member.getMergedTraits();
    if (!httpLabel && !httpQuery && !httpHeader) yield [name, member];
  }
}

function notOfKind(text: string, kind: string): Failure {
  return invalid(`cvc-datatype-valid.1.2.1: '${text}' is not a valid value for '${kind}'.`);
}

function invalid(problem: string): Failure {
  return new Failure('InvalidInput', `Invalid XML ; ${problem}`);
}
