import type { WantedDomain } from '@/lib/domains/model';
import type { Mapping } from '@/lib/inventory/model';

export interface MappingChange {
  kind: 'create' | 'update';
  mapping: Mapping & { stage: string };
  /** What is there now; null when nothing is. */
  before: Mapping | null;
}

/** Which mappings have to be made or changed. Pure. Mappings that nobody here asked for are left alone. */
export function planMappings(wanted: WantedDomain, existing: Mapping[]): MappingChange[] {
  return wanted.mappings.flatMap(({ basePath, restApiId, stage }): MappingChange[] => {
    const mapping = { domainName: wanted.gatewayDomainName, basePath, restApiId, stage };
    const before = existing.find((one) => one.basePath === basePath) ?? null;
    if (before === null) return [{ kind: 'create', mapping, before }];
    return before.restApiId === restApiId && before.stage === stage ? [] : [{ kind: 'update', mapping, before }];
  });
}
