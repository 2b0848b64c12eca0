import Link from 'next/link';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { textLinkClass } from '@/components/ui/text-link';
import type { Mapping, Resource } from '@/lib/inventory/model';
import type { OverviewDomain } from '@/lib/overview/model';

/** Base path and stage as an operator reads them. */
const mappingText = ({ basePath, stage }: Mapping) => `/${basePath} → ${stage ?? 'stage in the path'}`;

/** The left half of the picture as a table: each domain with its mappings. */
export function DomainsTable({
  domains,
  mappings,
}: {
  domains: readonly OverviewDomain[];
  mappings: readonly Mapping[];
}) {
  return (
    <Table label="Domains and their mappings" minWidth="44rem" stacked>
      <Thead>
        <Th>Domain</Th>
        <Th>Tenant</Th>
        <Th>Status</Th>
        <Th>Mappings</Th>
      </Thead>
      <tbody>
        {domains.map((domain) => {
          const own = mappings.filter(({ domainName }) => domainName === domain.gatewayDomainName);
          return (
            <Tr key={domain.hostname}>
              <Td className="break-name font-medium">{domain.hostname}</Td>
              <Td heading="Tenant">
                <Link href={`/tenants/${domain.tenantSlug}`} className={textLinkClass}>
                  {domain.tenantName}
                </Link>
              </Td>
              <Td heading="Status">
                <HeadlineBadge headline={domain.headline} variant="plain" still />
              </Td>
              <Td heading="Mappings" className="font-mono text-xs">
                {own.length > 0 ? (
                  own.map((mapping) => (
                    <span key={mapping.basePath} className="mr-3 inline-block whitespace-nowrap">
                      {mappingText(mapping)}
                    </span>
                  ))
                ) : (
                  <span className="font-sans text-ink-muted">none yet</span>
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** The right half: each route of the working copy with what it calls. */
export function RoutesTable({
  rows,
}: {
  rows: { path: Resource['path']; methods: string[]; backEnds: { name: string; kind: string }[] }[];
}) {
  return (
    <Table label="Routes and their back ends" minWidth="44rem" stacked>
      <Thead>
        <Th>Path</Th>
        <Th>Methods</Th>
        <Th>Back end</Th>
        <Th>Kind</Th>
      </Thead>
      <tbody>
        {rows.map(({ path, methods, backEnds }) => (
          <Tr key={path}>
            <Td className="break-name font-mono text-xs">{path}</Td>
            <Td heading="Methods" className="text-ink-muted">
              {methods.join(', ')}
            </Td>
            <Td heading="Back end" className="break-name font-mono text-xs">
              {backEnds.map(({ name }) => name).join(', ')}
            </Td>
            <Td heading="Kind" className="text-ink-muted">
              {[...new Set(backEnds.map(({ kind }) => kind))].join(', ')}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
