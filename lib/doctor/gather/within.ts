import 'server-only';

/** The answer if it comes in time and at all, else `otherwise`: nothing that is asked holds an examination up or breaks it. */
export async function within<T>(ms: number, otherwise: T, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([run(), late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
