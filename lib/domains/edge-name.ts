const labelMaxLength = 63;

interface Wish {
  slug: string;
  /** Between the tenant and the zone. */
  label: string;
  zoneName: string;
  /** Stable names that are given out already. */
  taken: readonly string[];
}

/**
 * The stable name of a tenant's next domain: `acme.edge.example.com`, then `acme-2.edge.example.com` and so on. API Gateway has one
 * target for each custom domain name, so each domain has a name of its own. Pure.
 */
export function nextEdgeName({ slug, label, zoneName, taken }: Wish): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`;
    const first = `${slug.slice(0, labelMaxLength - suffix.length)}${suffix}`;
    const name = `${first}.${label}.${zoneName}`;
    if (!taken.includes(name)) return name;
  }
}
