import type { Resource } from '@/lib/gateway/model';

/** `/orders` of `/orders/{id}`, `/` of `/orders`, null of `/`. */
export function parentOf(path: string): string | null {
  return path === '/' ? null : path.slice(0, path.lastIndexOf('/')) || '/';
}

/** The resources with `/` and every missing parent. */
export function withParents(resources: Readonly<Record<string, Resource>>): Record<string, Resource> {
  const missing = new Set<string>();
  for (const path of ['/', ...Object.keys(resources)]) {
    for (let at: string | null = path; at !== null && !Object.hasOwn(resources, at); at = parentOf(at)) missing.add(at);
    for (let at = parentOf(path); at !== null && !Object.hasOwn(resources, at); at = parentOf(at)) missing.add(at);
  }
  if (missing.size === 0) return resources;
  return { ...resources, ...Object.fromEntries([...missing].map((path) => [path, { methods: {} }])) };
}
