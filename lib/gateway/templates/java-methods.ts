/**
 * Methods of Java's strings, maps and lists that templates call and JavaScript doesn't have, for velocityjs' configuration.
 * Those that both have (`substring`, `toUpperCase`, `startsWith` …) work as they are.
 */
type Method<Value> = (value: Value, ...parameters: unknown[]) => unknown;

const ofText: Record<string, Method<string>> = {
  length: (text) => text.length,
  isEmpty: (text) => text === '',
  equals: (text, other) => text === other,
  equalsIgnoreCase: (text, other) => text.toLowerCase() === String(other).toLowerCase(),
  contains: (text, part) => text.includes(String(part)),
  matches: (text, pattern) => new RegExp(`^(?:${String(pattern)})$`).test(text),
  replace: (text, from, to) => text.replaceAll(String(from), () => String(to)),
  replaceAll: (text, pattern, to) => text.replace(new RegExp(String(pattern), 'g'), String(to)),
  replaceFirst: (text, pattern, to) => text.replace(new RegExp(String(pattern)), String(to)),
  split: (text, pattern) => text.split(new RegExp(String(pattern))),
};

const ofList: Record<string, Method<unknown[]>> = {
  isEmpty: (list) => list.length === 0,
  contains: (list, item) => list.includes(item),
  addAll: (list, items) => list.push(...(Array.isArray(items) ? items : [])) > 0,
};

const ofMap: Record<string, Method<Record<string, unknown>>> = {
  isEmpty: (map) => Object.keys(map).length === 0,
  containsKey: (map, key) => Object.hasOwn(map, String(key)),
  values: (map) => Object.values(map),
  putAll: (map, other) => void Object.assign(map, other),
};

interface MethodCall {
  property: string;
  context: unknown;
  params: unknown[];
}

function call({ property, context, params }: MethodCall): { result: unknown } | null {
  const run = <Value>(methods: Record<string, Method<Value>>, value: Value) =>
    Object.hasOwn(methods, property) ? { result: methods[property]?.(value, ...params) } : null;
  if (typeof context === 'string') return run(ofText, context);
  if (Array.isArray(context)) return run(ofList, context);
  return typeof context === 'object' && context !== null ? run(ofMap, context as Record<string, unknown>) : null;
}

function isKnown({ property, context }: MethodCall): boolean {
  const methods = typeof context === 'string' ? ofText : Array.isArray(context) ? ofList : ofMap;
  return (
    (typeof context === 'string' || (typeof context === 'object' && context !== null)) &&
    Object.hasOwn(methods, property)
  );
}

export const javaMethods = [{ uid: 'java', match: isKnown, resolve: (each: MethodCall) => call(each)?.result }];
