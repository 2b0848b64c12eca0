import { z } from 'zod';

/** A literal, `{variable}` or `{greedy+}`, of the characters that AWS takes. */
const segment = /^(?:[A-Za-z0-9._:,-]+|\{[A-Za-z0-9._:,-]+\+?\})$/;

/** A path of a resource: `/`, `/orders/{id}`. */
export const resourcePath = z
  .string()
  .max(2_048, 'At most 2,048 characters.')
  .refine((path) => path.startsWith('/'), { error: 'A path begins with a slash.', abort: true })
  .refine(
    (path) =>
      path === '/' ||
      path
        .slice(1)
        .split('/')
        .every((part) => segment.test(part)),
    'Between slashes, a path has letters, digits, . _ - : and , or one {variable} or {variable+}.',
  );
