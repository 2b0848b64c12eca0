import type { DomainView } from '@/lib/tenants/model';

/** Which base path leads to which stage. */
export function MappingsList({ domain }: { domain: DomainView }) {
  return (
    <>
      {domain.shared ? (
        <p className="mb-2 text-ink-muted text-xs">
          Served through <code>{domain.gatewayDomainName}</code>; its paths are shared with the other names below it.
        </p>
      ) : null}
      {domain.mappings.length === 0 ? (
        <p className="text-ink-muted text-sm">No path is mapped.</p>
      ) : (
        <ul className="grid gap-1 text-sm">
          {domain.mappings.map((mapping) => (
            <li key={mapping.basePath} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <code className="break-name">/{mapping.basePath}</code>
              <span aria-hidden="true" className="text-ink-subtle">
                →
              </span>
              <span className="sr-only">leads to stage</span>
              <span>{mapping.stage ?? 'the stage named in the path'}</span>
              {mapping.basePath === '' ? <span className="text-ink-subtle text-xs">everything else</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
