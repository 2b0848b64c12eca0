import { now } from '../clock';
import type { Context } from '../context';
import type { BackEnds } from '../demo/back-ends';
import { putLoadBalancers } from '../demo/load-balancers';
import { readDials } from '../dials';
import { userOf } from '../iam/caller';
import type { Authority } from '../pki/authority';
import { defaultAccount, defaultRegion, scopeOf } from '../scope';
import type { State } from '../state';
import { putDocs } from './put-docs';
import { seedCertificates } from './seed-certificates';
import { seedFirstTenant } from './seed-first-tenant';
import { seedFunctions } from './seed-functions';
import { seedGateway } from './seed-gateway';
import { seedZone } from './seed-zone';

interface SeedOptions {
  state: State;
  authority: Authority;
  backEnds: BackEnds['urls'];
}

/** The provider has been in business for a while. */
const ageMs = 30 * 24 * 3_600_000;

/**
 * Puts the first content into an empty sandbox, once: what somebody made, or made empty, stays as it is. A seeding that was
 * cut short is done over.
 */
export async function ensureSeed({ state, authority, backEnds }: SeedOptions): Promise<void> {
  const progress = state.get('meta', 'seed');
  if (progress === 'done') return;
  if (progress === 'begun') await state.clearContent();
  else if (hasContent(state)) return;
  await state.write((tx) => tx.put('meta', 'seed', 'begun'));

  const context: Context = {
    state,
    account: defaultAccount,
    caller: userOf(defaultAccount),
    region: defaultRegion,
    scope: scopeOf(defaultRegion),
    now: now(state) - ageMs,
    dials: readDials(state),
  };
  await putDocs(state);
  const zoneId = await seedZone(context);
  const certificates = await seedCertificates(context, authority, zoneId);
  await putLoadBalancers(state, backEnds);
  const gateway = await seedGateway(context);
  await seedFunctions(context, gateway.restApiId);
  await seedFirstTenant(context, { zoneId, certificateArn: certificates.customer1, ...gateway });
  await markSeeded(state);
}

/** Marks that the sandbox has had its first content, or shall have none. */
export async function markSeeded(state: State): Promise<void> {
  await state.write((tx) => tx.put('meta', 'seed', 'done'));
}

function hasContent(state: State): boolean {
  const kinds = ['restApis', 'domainNames', 'certificates', 'zones', 'customerRecords'] as const;
  return kinds.some((kind) => !state.keys(kind).next().done);
}
