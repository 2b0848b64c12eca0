/** Absent for AWS when nothing is in it. */
export function omitEmpty<T extends object>(collection: T): T | undefined {
  return Object.keys(collection).length === 0 ? undefined : collection;
}
