/** An element of a document, names resolved to their namespaces. */
export interface XmlElement {
  /** Without prefix. */
  name: string;
  namespace: string;
  /** As written, without the declarations of namespaces. */
  attributes: string[];
  children: XmlElement[];
  text: string;
}

/** The bytes are no well-formed XML, or XML with a DOCTYPE, which nobody may send. */
export class NotXml extends Error {
  override readonly name = 'NotXml';
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{N}_.\-]*)?`;
const quoted = `"[^<"]*"|'[^<']*'`;
const attribute = new RegExp(String.raw`\s+(${name})\s*=\s*(${quoted})`, 'gu');
const token = new RegExp(
  [
    String.raw`<!--(?<comment>[\s\S]*?)-->`,
    String.raw`<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>`,
    String.raw`<\?(?!xml[\s?])${name}(?:\s[\s\S]*?)?\?>`,
    String.raw`</(?<end>${name})\s*>`,
    String.raw`<(?<start>${name})(?<attributes>(?:\s+${name}\s*=\s*(?:${quoted}))*)\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'uy',
);
/** Deeper than any document of AWS's. */
const deepest = 100;
const declaration = /^\uFEFF?(?:<\?xml\s[^?]*\?>)?/;
const unprintable = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  element: XmlElement;
  tag: string;
  /** Namespaces by prefix; the default one by the empty prefix. */
  scope: Record<string, string>;
}

/** Reads a whole document into its root element. Throws {@link NotXml}. */
export function readXml(bytes: Buffer): XmlElement {
  const source = decodeUtf8(bytes);
  token.lastIndex = declaration.exec(source)?.[0].length ?? 0;
  const open: Open[] = [];
  let root: XmlElement | undefined;
  while (token.lastIndex < source.length) {
    const { groups } = token.exec(source) ?? {};
    if (!groups) throw new NotXml('Not a token of XML.');
    const top = open.at(-1);
    if (groups.comment?.includes('--')) throw new NotXml('A comment holds two hyphens.');
    if (groups.start !== undefined) {
      const opened = openElement(groups.start, groups.attributes ?? '', top?.scope ?? Object.create(null));
      if (top) top.element.children.push(opened.element);
      else if (root) throw new NotXml('More than one root.');
      else root = opened.element;
      if (open.length >= deepest) throw new NotXml('Nested too deeply.');
      if (!groups.empty) open.push(opened);
    } else if (groups.end !== undefined) {
      if (top?.tag !== groups.end) throw new NotXml(`</${groups.end}> closes nothing.`);
      open.pop();
    } else if (top) top.element.text += groups.cdata ?? textOf(groups.text ?? '');
    else if (groups.cdata !== undefined || groups.text?.trim()) throw new NotXml('Text outside of the root.');
  }
  if (!root || open.length > 0) throw new NotXml('The document ends too early.');
  return root;
}

function decodeUtf8(bytes: Buffer): string {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new NotXml('Not UTF-8.', { cause });
  }
  if (unprintable.test(source)) throw new NotXml('A character that XML has not.');
  return source;
}

function openElement(tag: string, written: string, outer: Record<string, string>): Open {
  // Inherits instead of copying: a root may declare any number.
  const scope: Record<string, string> = Object.create(outer);
  const attributes = new Set<string>();
  for (const [, key = '', value = ''] of written.matchAll(attribute)) {
    const [, prefix] = /^xmlns(?::(.+))?$/.exec(key) ? [key, key.slice(6)] : [];
    if (attributes.has(key)) throw new NotXml(`The attribute ${key} twice.`);
    attributes.add(key);
    if (prefix !== undefined) scope[prefix] = textOf(value.slice(1, -1));
  }
  const [local = '', prefix = ''] = tag.split(':').reverse();
  const namespace = scope[prefix];
  if (prefix !== '' && namespace === undefined) throw new NotXml(`No namespace for ${prefix}.`);
  const others = [...attributes].filter((key) => !/^(xmlns$|xmlns:|xml:|xsi:)/.test(key));
  const element = { name: local, namespace: namespace ?? '', attributes: others, children: [], text: '' };
  return { element, tag, scope };
}

/** Text with its references resolved; only XML's own five entities and numbers of characters are known. */
function textOf(source: string): string {
  if (source.includes(']]>')) throw new NotXml('Text holds ]]>.');
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+))?(;?)/gi, (_whole, decimal, hexadecimal, entity, end) => {
      const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      const text = entity && Object.hasOwn(entities, entity) ? entities[entity] : character(point);
      if (!end || text === undefined) throw new NotXml('A reference to nothing.');
      return text;
    });
}

function character(point: number): string | undefined {
  if (!(point <= 0x10_ff_ff)) return undefined;
  const text = String.fromCodePoint(point);
  return unprintable.test(text) ? undefined : text;
}
