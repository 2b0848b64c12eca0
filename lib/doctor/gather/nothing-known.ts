import type { Home } from '@/lib/doctor/facts';

/** Only the outside can be looked at. `note` says why. */
export function nothingKnown(note: string | null): Home {
  return {
    source: 'nothing',
    note,
    tenant: null,
    headline: null,
    kind: null,
    phase: 'cut-over',
    zoneId: null,
    zones: [],
    records: [],
    wanted: [],
    validationNeeded: true,
    target: null,
    gatewayDomain: null,
    certificate: null,
    mappings: null,
    otherTargets: [],
  };
}
