import path from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { makeDirectory } from './make-directory';
import type { CollectionName, Collections } from './model';

/** Every collection must be named here, so that a new one can't be forgotten at opening. */
const collections: Record<CollectionName, true> = {
  restApis: true,
  resources: true,
  authorizers: true,
  models: true,
  requestValidators: true,
  gatewayResponses: true,
  documentationParts: true,
  documentationVersions: true,
  vpcLinks: true,
  clientCertificates: true,
  gatewayAccounts: true,
  deployments: true,
  stages: true,
  domainNames: true,
  domainNameAccessAssociations: true,
  basePathMappings: true,
  certificates: true,
  certificateTokens: true,
  certificateAccounts: true,
  certificateCounts: true,
  zones: true,
  recordSets: true,
  delegationSets: true,
  changes: true,
  customerRecords: true,
  delegations: true,
  nameServers: true,
  signedZones: true,
  functions: true,
  objects: true,
  apiKeys: true,
  usagePlans: true,
  usagePlanKeys: true,
  usages: true,
  loadBalancers: true,
  executions: true,
  roles: true,
  roleSessions: true,
  meta: true,
};

export const collectionNames = Object.keys(collections) as CollectionName[];

/** LMDB refuses longer ones, bytes; less what a range's end adds to a prefix. */
const maxKeyLength = 1978 - 4;

/** Names in requests may be of any length; nothing is stored under one that LMDB can't keep. */
function fitsKey(key: string): boolean {
  return Buffer.byteLength(key) <= maxKeyLength;
}

/**
 * The sandbox's state: collections of records in LMDB. Reads are synchronous. Changes happen inside {@link State.write},
 * whose promise resolves once they are committed: answer only then, and `kill -9` loses nothing that was acknowledged.
 */
export class State {
  readonly #root: RootDatabase;
  readonly #collections: Record<CollectionName, Database>;
  readonly #listeners = new Set<ChangeListener>();
  #closed = false;

  private constructor(root: RootDatabase, collections: Record<CollectionName, Database>) {
    this.#root = root;
    this.#collections = collections;
  }

  /** Opens, or creates, the state in a directory. Throws when the directory can't be written. */
  static open(directory: string): State {
    makeDirectory(path.resolve(directory));
    const file = path.join(directory, 'state.lmdb');
    const maxDbs = collectionNames.length + 1;
    // A read holds its slot until the turn of the event loop ends; many requests at once need more than the usual 126.
    const root = open({ path: file, maxDbs, maxReaders: 2048, encoding: 'msgpack' });
    const databases = Object.fromEntries(collectionNames.map((name) => [name, root.openDB({ name })]));
    return new State(root, databases as Record<CollectionName, Database>);
  }

  get<C extends CollectionName>(collection: C, key: string): Collections[C] | undefined {
    const database = this.#open(collection);
    return fitsKey(key) ? database.get(key) : undefined;
  }

  /** Records whose key starts with `prefix`, in key order. */
  *entries<C extends CollectionName>(collection: C, prefix = ''): Generator<{ key: string; value: Collections[C] }> {
    if (!fitsKey(prefix)) return;
    for (const { key, value } of this.#open(collection).getRange({
      start: prefix,
      end: `${prefix}\u{10FFFF}`,
    })) {
      yield { key: key as string, value };
    }
  }

  list<C extends CollectionName>(collection: C, prefix = ''): Collections[C][] {
    return [...this.entries(collection, prefix)].map((entry) => entry.value);
  }

  /**
   * Runs `change` in one transaction; it must be synchronous, and its reads see its own writes. Resolves with its result
   * once that is committed. When `change` throws, nothing of it remains and the promise rejects with what it threw.
   */
  async write<T>(change: (tx: Transaction) => T): Promise<T> {
    const touched = new Set<CollectionName>();
    const tx: Transaction = {
      put: (collection, key, value) => {
        touched.add(collection);
        this.#open(collection).put(key, value);
      },
      remove: (collection, key) => {
        touched.add(collection);
        this.#open(collection).remove(key);
      },
    };
    this.#refuseClosed();
    // A child transaction, because a plain one commits what was written before the throw.
    const result = await this.#root.childTransaction(() => change(tx));
    for (const listener of this.#listeners) listener(touched);
    return result;
  }

  /** Keys that start with `prefix`, in key order; far cheaper than reading the records. */
  *keys(collection: CollectionName, prefix = ''): Generator<string> {
    if (!fitsKey(prefix)) return;
    for (const key of this.#open(collection).getKeys({ start: prefix, end: `${prefix}\u{10FFFF}` })) {
      yield key as string;
    }
  }

  /** How many keys start with `prefix`; LMDB counts them without handing them over. */
  count(collection: CollectionName, prefix = ''): number {
    if (!fitsKey(prefix)) return 0;
    return this.#open(collection).getKeysCount({ start: prefix, end: `${prefix}\u{10FFFF}` });
  }

  /** Calls `listener` after every committed change; returns how to stop that. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Removes all content and sets the clock back; what belongs to the sandbox itself (dials, authority, ports) stays. */
  async clearContent(): Promise<void> {
    await this.write((tx) => {
      for (const name of collectionNames) {
        if (name === 'meta') continue;
        for (const key of [...this.keys(name)]) tx.remove(name, key);
      }
      tx.remove('meta', 'clockOffset');
      tx.remove('meta', 'policy');
      tx.remove('meta', 'seed');
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#root.close();
  }

  #open(collection: CollectionName): Database {
    this.#refuseClosed();
    return this.#collections[collection];
  }

  /** A request that outlives the sandbox must not touch memory that LMDB gave back. */
  #refuseClosed(): void {
    if (this.#closed) throw new Error('The state is closed.');
  }
}

/** Is told which collections a change touched. */
type ChangeListener = (touched: ReadonlySet<CollectionName>) => void;

export interface Transaction {
  put<C extends CollectionName>(collection: C, key: string, value: Collections[C]): void;
  remove(collection: CollectionName, key: string): void;
}
