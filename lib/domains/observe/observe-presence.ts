import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import { decide } from '@/lib/domains/decide';
import { insideIntervalMs } from '@/lib/domains/decide/intervals';
import { type ActingStep, wasLive } from '@/lib/domains/decide/view';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { type AxisName, axisNames, type DomainStatus } from '@/lib/domains/model';
import { observeCertificate } from '@/lib/domains/observe/certificate';
import { observeEdgeRecords } from '@/lib/domains/observe/edge-records';
import { observeFromCache } from '@/lib/domains/observe/from-cache';
import { observeGatewayDomain } from '@/lib/domains/observe/gateway-domain';
import { observeMappings } from '@/lib/domains/observe/mappings';
import { observePendingChange } from '@/lib/domains/observe/pending-change';
import { observeProof } from '@/lib/domains/observe/proof';
import { observeRouting, observeValidation } from '@/lib/domains/observe/public-dns';
import { rehearse } from '@/lib/domains/observe/rehearsal';
import { observeZoneRecords } from '@/lib/domains/observe/zone-records';
import { notAsked, nothingObserved, type Observed } from '@/lib/domains/observed';
import { planEdgeName } from '@/lib/domains/plan-edge-name';
import { planRecords } from '@/lib/domains/plan-records';
import { planRouting } from '@/lib/domains/plan-routing';
import { validationRecords, wildcardNames } from '@/lib/domains/wanted-records';
import { readInventory } from '@/lib/inventory/read-inventory';

/**
 * What there is of a domain that is wanted. In the order in which things come into being, and no further than what is
 * there: a DNS lookup before its record exists would be remembered as "no such name" by resolvers (facts 11.6). A domain
 * that is Live and was not touched is watched from outside, which costs no call of AWS's (`watchLive`).
 *
 * @param before the step that was taken a moment ago, which no cache knows of, and the look before it
 */
export async function observePresence(
  ctx: Context,
  network: Network,
  domain: LoadedDomain,
  before: Before | null,
): Promise<Observed> {
  const watched = before === null && isSteady(domain) ? await watchLive(ctx, network, domain) : null;
  if (watched?.confirms === true) return watched.observed;
  const outside = watched === null ? null : watched.observed;
  const { previous } = domain;
  const observed: Observed = { ...nothingObserved };
  const live = wasLive(previous);
  const kept = before === null ? nothingObserved : keptOf(before, domain);
  observed.certificate = kept.certificate.known ? kept.certificate : await observeCertificate(ctx, domain);
  if (!observed.certificate.known && observed.certificate.trouble !== null && !live) return observed;

  // While ACM works there is nothing new on the gateway; the first pass looks once, for what stands there already.
  if (live || previous === null || previous.axes.gateway.state === 'unknown' || !awaitsCertificate(domain, observed)) {
    observed.gatewayDomain = kept.gatewayDomain.known
      ? kept.gatewayDomain
      : await observeGatewayDomain(ctx, domain.wanted.gatewayDomainName);
    if (!observed.gatewayDomain.known && !live) return observed;
    if (kept.mappings.known) observed.mappings = kept.mappings;
    else await observeGatewayDetails(ctx, domain, observed);
  }
  observed.pendingChange = await observePendingChange(ctx, domain.pendingChangeId);
  await observeZone(ctx, domain, observed);
  // A moment ago it was looked at from outside, by the target that AWS has just confirmed.
  if (outside !== null && sameTarget(outside, observed)) {
    const { validation, routing, proof } = outside;
    return { ...observed, validation, routing, proof };
  }
  await observeOutside(ctx, network, domain, observed, live);
  return observed;
}

/** A step taken in this pass. */
export interface Before {
  step: ActingStep;
  /** What the step was decided on. */
  observed: Observed;
}

type Kept = Pick<Observed, 'certificate' | 'gatewayDomain' | 'mappings'>;

/** What a step leaves as it was; what it changes is read anew. Removals prove each of their steps by fresh reads alone. */
const leaves: Partial<Record<ActingStep, readonly (keyof Kept)[]>> = {
  'request-certificate': ['gatewayDomain', 'mappings'],
  'publish-validation': ['certificate', 'gatewayDomain', 'mappings'],
  'create-domain-name': ['certificate'],
  'create-mappings': ['certificate', 'gatewayDomain'],
  'publish-edge-name': ['certificate', 'gatewayDomain', 'mappings'],
  'publish-alias': ['certificate', 'gatewayDomain', 'mappings'],
};

function keptOf({ step, observed }: Before, { wanted }: LoadedDomain): Kept {
  const kept: Kept = { certificate: notAsked, gatewayDomain: notAsked, mappings: notAsked };
  for (const part of leaves[step] ?? []) Object.assign(kept, { [part]: observed[part] });
  const { certificate } = kept;
  // A step may have led to another certificate.
  if (certificate.known && certificate.value?.arn !== wanted.certificateArn) kept.certificate = notAsked;
  return kept;
}

/** It was Live, nothing of it is under way, and nobody asked for a look at everything. */
function isSteady({ previous, fullLookAskedAt, pendingChangeId, replacesCertificateArn }: LoadedDomain): boolean {
  if (previous === null || !wasLive(previous) || fullLookAskedAt !== null) return false;
  if (pendingChangeId !== null || replacesCertificateArn !== null) return false;
  return axisNames.every((name) => !['waiting', 'working'].includes(previous.axes[name].state));
}

/**
 * A look from outside (DNS, TLS, HTTPS), beside what the inventory cache has of the inside. Without a fresh cache the inside stays what
 * it was, and is looked at again once an hour. `confirms`: all is as it was, so AWS need not be asked.
 */
async function watchLive(ctx: Context, network: Network, domain: LoadedDomain) {
  const { previous } = domain;
  const inside = await observeFromCache(ctx, domain);
  const observed: Observed = { ...nothingObserved, ...inside, cached: true };
  if (inside === null && (previous === null || isInsideDue(previous, ctx.now()))) return null;
  await observeOutside(ctx, network, domain, observed, true);
  const { wanted, failures } = domain;
  const { status, action } = decide({
    subject: domain,
    wanted,
    observed,
    previous,
    failures,
    attempt: null,
    now: ctx.now(),
  });
  const same =
    status.headline === previous?.headline &&
    axisNames.every((name) => status.axes[name].state === previous.axes[name].state || dnsAway(status.axes, name));
  return { observed, confirms: action === null && same };
}

/** Asking AWS would not tell more about what the DNS could not be asked. */
function dnsAway(axes: DomainStatus['axes'], name: AxisName): boolean {
  return (name === 'dns' || name === 'validation') && axes[name].state === 'unknown';
}

function isInsideDue({ axes, watch }: DomainStatus, now: Date): boolean {
  // In the dark, or at risk: what was not read again would stay so.
  const open = axisNames.some((name) => {
    return name !== 'dns' && ['unknown', 'at-risk', 'problem'].includes(axes[name].state) && !dnsAway(axes, name);
  });
  const at = watch?.insideAt ?? null;
  return open || at === null || now.getTime() - Date.parse(at) >= insideIntervalMs;
}

function sameTarget(outside: Observed, { gatewayDomain }: Observed): boolean {
  if (!outside.routing.known) return false;
  return !gatewayDomain.known || gatewayDomain.value?.targetName === outside.routing.value.target.name;
}

function awaitsCertificate({ wanted }: LoadedDomain, { certificate }: Observed): boolean {
  if (wanted.certificateArn === null) return wanted.certificateMode === 'dedicated';
  return certificate.known && certificate.value?.status === 'PENDING_VALIDATION';
}

async function observeGatewayDetails(ctx: Context, { wanted }: LoadedDomain, observed: Observed): Promise<void> {
  if (!observed.gatewayDomain.known || observed.gatewayDomain.value === null) return;
  observed.mappings = await observeMappings(ctx, wanted.gatewayDomainName);
}

/** Reads all names that matter or none, so that what is not in the answer is not in the zone. */
async function observeZone(ctx: Context, domain: LoadedDomain, observed: Observed): Promise<void> {
  const { wanted, previous, zoneName } = domain;
  if (wanted.zoneId === null) {
    if (hasTarget(observed)) observed.edgeRecords = await observeEdgeRecords(ctx, domain);
    return;
  }
  const onGateway = observed.gatewayDomain.known && observed.gatewayDomain.value !== null;
  const validation = validationOf(domain, observed);
  // Published and seen already, and nothing else to publish yet: ACM is at work.
  if (!onGateway && (validation.length === 0 || previous?.axes.validation.state === 'ok')) return;
  const names = validation.map((record) => record.name);
  if (onGateway) {
    names.push(wanted.hostname);
    if (wanted.gatewayDomainName !== wanted.hostname && zoneName !== null)
      names.push(...wildcardNames(wanted.hostname, zoneName));
  }
  observed.zoneRecords = await observeZoneRecords(ctx, wanted.zoneId, names);
}

function hasTarget({ gatewayDomain }: Observed): boolean {
  return gatewayDomain.known && gatewayDomain.value !== null && gatewayDomain.value.targetName !== null;
}

function validationOf({ wanted }: LoadedDomain, { certificate }: Observed) {
  if (wanted.certificateMode === 'existing' || !certificate.known || certificate.value === null) return [];
  return validationRecords(certificate.value);
}

async function observeOutside(
  ctx: Context,
  network: Network,
  domain: LoadedDomain,
  observed: Observed,
  live: boolean,
): Promise<void> {
  const { wanted, previous } = domain;
  const managed = wanted.zoneId !== null;
  const zone = observed.zoneRecords.known ? observed.zoneRecords.value : null;
  const spreading = managed && observed.pendingChange.known && observed.pendingChange.value === 'PENDING';
  const rules = { ownValues: [], takeover: domain.takeoverConfirmed };

  const validation = validationOf(domain, observed);
  const published = zone === null || planRecords(validation, zone, rules).state === 'equal';
  const seen = managed && previous?.axes.validation.state === 'ok' && !live;
  if (validation.length > 0 && (!managed || (published && !spreading && !seen))) {
    observed.validation = await observeValidation(network.resolver, validation);
  }

  const targetName = targetOf(domain, observed);
  const edgeName = domain.edge?.name ?? null;
  if ((targetName === null && edgeName === null) || spreading) return;
  const edgeReady = edgeName === null || live || isEdgeReady(domain, observed);
  const preparing = domain.phase === 'prepare';
  if (managed && !preparing && !live && (zone === null || planRouting(domain, observed, previous).state !== 'equal'))
    return;
  observed.routing = await observeRouting(network, wanted.hostname, { targetName, edgeName, edgeReady });
  if (!observed.routing.known || targetName === null || !edgeReady) return;
  const { leads } = observed.routing.value;
  const asked = { hostname: wanted.hostname, basePaths: await basePathsOf(ctx, domain, observed), now: ctx.now() };
  if (leads || (live && !preparing)) observed.proof = await observeProof(network, observed.routing.value, asked);
  else if (preparing && observed.mappings.known) observed.rehearsal = await rehearse(network, targetName, asked);
}

/** Published, and taken over by all name servers. */
function isEdgeReady(domain: LoadedDomain, observed: Observed): boolean {
  const { edgeRecords, pendingChange } = observed;
  if (!edgeRecords.known || !hasTarget(observed)) return false;
  return (
    planEdgeName(domain, observed).state === 'equal' && !(pendingChange.known && pendingChange.value === 'PENDING')
  );
}

/** What the hostname has to lead to; while AWS can't be asked, what the last pass said. */
function targetOf({ previous }: LoadedDomain, { gatewayDomain }: Observed): string | null {
  const live = wasLive(previous);
  const before = previous?.records.find((row) => row.purpose === 'routing')?.value ?? null;
  // Gone from AWS: only a probe of where the name leads tells what that means for its traffic.
  if (gatewayDomain.known) return gatewayDomain.value?.targetName ?? (live ? before : null);
  return gatewayDomain.trouble === null && !live ? null : before;
}

/** A hostname under a shared wildcard is asked for one path that the wildcard serves. */
async function basePathsOf(ctx: Context, { wanted }: LoadedDomain, { mappings }: Observed): Promise<string[]> {
  if (wanted.mappings.length > 0) return wanted.mappings.map((mapping) => mapping.basePath);
  const all = mappings.known ? mappings.value : await readInventory(ctx.db, 'mapping');
  const [first] = all.filter((mapping) => mapping.domainName === wanted.gatewayDomainName);
  return [first?.basePath ?? ''];
}
