/**
 * Methods of Java's strings, maps and lists that mapping templates call and velocityjs has no JavaScript for. By kind of
 * value, by name; the first parameter is the value itself.
 */
type Method = (value: never, ...parameters: never[]) => unknown;

const ofText: Record<string, (text: string, ...parameters: unknown[]) => unknown> = {
  length: (text) => text.length,
  isEmpty: (text) => text === '',
  equals: (text, other) => text === other,
  equalsIgnoreCase: (text, other) => text.toLowerCase() === String(other).toLowerCase(),
  contains: (text, part) => text.includes(String(part)),
  matches: (text, pattern) => new RegExp(`^(?:${String(pattern)})$`).test(text),
  replace: (text, from, to) => text.replaceAll(String(from), () => String(to)),
  replaceAll: (text, pattern, to) => text.replace(new RegExp(String(pattern), 'g'), String(to)),
  replaceFirst: (text, pattern, to) => text.replace(new RegExp(String(pattern)), String(to)),
};

const ofList: Record<string, (list: unknown[], ...parameters: unknown[]) => unknown> = {
  isEmpty: (list) => list.length === 0,
  contains: (list, item) => list.includes(item),
  addAll: (list, items) => list.push(...(Array.isArray(items) ? items : [])) > 0,
};

const ofMap: Record<string, (map: Record<string, unknown>, ...parameters: unknown[]) => unknown> = {
  isEmpty: (map) => Object.keys(map).length === 0,
  containsKey: (map, key) => Object.hasOwn(map, String(key)),
  values: (map) => Object.values(map),
  putAll: (map, other) => void Object.assign(map, other),
  remove: (map, key) => {
    const { [String(key)]: removed } = map;
    delete map[String(key)];
    return removed ?? '';
  },
};

function methodOf(value: unknown, name: string): Method | undefined {
  const methods: Record<string, Method> | null =
    typeof value === 'string' ? ofText : Array.isArray(value) ? ofList : isMap(value) ? ofMap : null;
  return methods !== null && Object.hasOwn(methods, name) ? methods[name] : undefined;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

interface MethodCall {
  property: string;
  context: unknown;
  params: unknown[];
}

/** For velocityjs' configuration. */
export const javaMethods = [
  {
    uid: 'java',
    match: ({ property, context }: MethodCall) => methodOf(context, property) !== undefined,
    resolve: ({ property, context, params }: MethodCall) =>
      methodOf(context, property)?.(context as never, ...((params ?? []) as never[])),
  },
];
