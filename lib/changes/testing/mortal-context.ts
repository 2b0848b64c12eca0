import type { Context } from '@/lib/context';
import { inventory, inventorySync, snapshots, workingCopies } from '@/lib/db/schema';

const writes: (string | symbol)[] = ['insert', 'update', 'delete'];
/** What a read of AWS leaves in the cache: the next one writes it again, and nothing is decided from it. */
const cache: unknown[] = [inventory, inventorySync, snapshots, workingCopies];

/**
 * When the process ends: at its n-th write to the database, or before or after its n-th call that changes AWS. A transaction counts as one
 * write.
 */
export type Death = { at: 'write' | 'before-call' | 'after-call'; n: number };

/** A context whose process "ends": from then on every write to the database and every call to AWS fails. */
export function mortalContext(ctx: Context, death: Death): { ctx: Context; isDead(): boolean } {
  let count = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('crash');
  };
  const write = (table: unknown, isCounted: boolean) => {
    if (isCounted && death.at === 'write' && !cache.includes(table)) count += 1;
    if (dead || (death.at === 'write' && count >= death.n)) die();
  };
  function mortal<Target extends object>(target: Target, inTransaction: boolean): Target {
    let begun = false;
    return new Proxy(target, {
      get(_, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (writes.includes(property)) {
            write(args[0], !begun);
            begun = inTransaction;
          }
          const [run, ...more] = args;
          if (property !== 'transaction' || typeof run !== 'function') return value.apply(target, args);
          return value.call(target, (tx: object) => run(mortal(tx, true)), ...more);
        };
      },
    });
  }
  const db = mortal(ctx.db, false);
  const { apiGateway } = ctx.aws;
  const gateway = new Proxy(apiGateway, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'send' || typeof value !== 'function') return value;
      return async (command: object, ...args: unknown[]) => {
        if (dead) die();
        const changes = !command.constructor.name.startsWith('Get');
        if (changes) count += death.at === 'write' ? 0 : 1;
        const isIt = changes && death.at !== 'write' && count >= death.n;
        if (isIt && death.at === 'before-call') die();
        const answer: unknown = await value.call(target, command, ...args);
        return isIt ? die() : answer;
      };
    },
  });
  return { ctx: { ...ctx, db, aws: { ...ctx.aws, apiGateway: gateway } }, isDead: () => dead };
}
