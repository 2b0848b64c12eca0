/**
 * `@peculiar/x509` registers its algorithms through tsyringe, which asks for the three functions below of the
 * never-standardised Reflect metadata proposal. They are all it uses, so no polyfill package is needed.
 */
type Metadata = Map<unknown, unknown>;

const store = new WeakMap<object, Metadata>();

function getOwnMetadata(key: unknown, target: object): unknown {
  return store.get(target)?.get(key);
}

function getMetadata(key: unknown, target: object): unknown {
  for (let owner: object | null = target; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const metadata = store.get(owner);
    if (metadata?.has(key)) return metadata.get(key);
  }
  return undefined;
}

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const metadata: Metadata = store.get(target) ?? new Map();
  metadata.set(key, value);
  store.set(target, metadata);
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, { getOwnMetadata, getMetadata, defineMetadata });
