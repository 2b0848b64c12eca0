/** A tenant as the command palette lists it. */
export interface FoundTenant {
  slug: string;
  name: string;
  hostname: string | null;
}

/** Tenants whose name, slug, address or hostname contains the text; waits a moment first, in case more is typed. */
export async function findTenants(text: string, signal: AbortSignal): Promise<FoundTenant[]> {
  await new Promise((resolve) => setTimeout(resolve, 120));
  signal.throwIfAborted();
  const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal });
  if (!response.ok) throw new Error(`the search answered ${response.status}`);
  return response.json();
}
