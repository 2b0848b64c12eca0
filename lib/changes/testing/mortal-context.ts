import type { Context } from '@/lib/context';
import { inventory } from '@/lib/db/schema';

const writes: (string | symbol)[] = ['insert', 'update', 'delete', 'transaction'];

/** When the process ends: at its n-th write to the database, or before or after its n-th call that changes AWS. */
export type Death = { at: 'write' | 'before-call' | 'after-call'; n: number };

/** A context whose process "ends": from then on every write to the database and every call to AWS fails. */
export function mortalContext(ctx: Context, death: Death): { ctx: Context; isDead(): boolean } {
  let count = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('crash');
  };
  const db = new Proxy(ctx.db, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (writes.includes(property)) {
          // Nothing is decided from the cache of the inventory.
          if (death.at === 'write' && args[0] !== inventory) count += 1;
          if (dead || (death.at === 'write' && count >= death.n)) die();
        }
        return value.apply(target, args);
      };
    },
  });
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
