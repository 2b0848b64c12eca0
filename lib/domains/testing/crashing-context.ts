import type { Context } from '@/lib/context';

const writes: (string | symbol)[] = ['insert', 'update', 'delete', 'transaction'];

/** A context whose process "ends" at its n-th write to the database: that one fails, and so does every later one. */
export function crashingContext(ctx: Context, n: number): { ctx: Context; crashed(): boolean } {
  let count = 0;
  const db = new Proxy(ctx.db, {
    get(target, property) {
      if (writes.includes(property)) {
        count += 1;
        if (count >= n) {
          return () => {
            throw new Error('crash');
          };
        }
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ctx: { ...ctx, db }, crashed: () => count >= n };
}
