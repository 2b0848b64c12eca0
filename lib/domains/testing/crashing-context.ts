import type { Context } from '@/lib/context';
import { inventory } from '@/lib/db/schema';

const writes: (string | symbol)[] = ['insert', 'update', 'delete', 'transaction'];

/**
 * A context whose process "ends" at its n-th write to the database: that one fails, and so does every later one. Not
 * counted are the cache of the inventory, from which nothing is decided, and passes that only wait, after the first: so
 * n means the same line on fast and slow machines.
 */
export function crashingContext(ctx: Context, n: number): { ctx: Context; crashed(): boolean } {
  let count = 0;
  let last: string | symbol = '';
  const db = new Proxy(ctx.db, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (writes.includes(property) && args[0] !== inventory) {
          if (property !== 'transaction' || last !== property) count += 1;
          last = property;
        }
        if (writes.includes(property) && count >= n) throw new Error('crash');
        return value.apply(target, args);
      };
    },
  });
  return { ctx: { ...ctx, db }, crashed: () => count >= n };
}

/**
 * A context whose process "ends" at its n-th change on AWS: `before` it is sent, or `after` it worked and before its answer is heard. From then on
 * nothing more is written or sent.
 */
export function crashingAtCall(
  ctx: Context,
  n: number,
  when: 'before' | 'after',
): { ctx: Context; crashed(): boolean } {
  let count = 0;
  let dead = false;
  const die = () => {
    dead = true;
    return new Error('crash');
  };
  const client = <Client extends object>(real: Client): Client =>
    new Proxy(real, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (property !== 'send' || typeof value !== 'function') return value;
        return async (command: object) => {
          if (dead) throw new Error('crash');
          const reads = /^(Get|List|Describe)/.test(command.constructor.name);
          if (!reads) count += 1;
          if (!reads && count === n && when === 'before') throw die();
          const answer = await value.call(target, command);
          if (!reads && count === n) throw die();
          return answer;
        };
      },
    });
  const db = new Proxy(ctx.db, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (dead && writes.includes(property)) throw new Error('crash');
        return value.apply(target, args);
      };
    },
  });
  const { aws } = ctx;
  const dying = { ...aws, apiGateway: client(aws.apiGateway), route53: client(aws.route53), acm: client(aws.acm) };
  return { ctx: { ...ctx, db, aws: dying }, crashed: () => dead };
}
