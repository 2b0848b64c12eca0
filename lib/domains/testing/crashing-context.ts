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
