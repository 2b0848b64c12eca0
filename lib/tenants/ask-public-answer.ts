import 'server-only';
import { nameCovers } from '@/lib/certificates/certificate-candidates';
import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import type { Network } from '@/lib/dns/network';
import { leadsTo, resolveRouting } from '@/lib/dns/resolve-routing';
import type { GatewayDomain } from '@/lib/inventory/model';
import type { PublicAnswer } from '@/lib/tenants/model';

/**
 * Asks the public DNS whether something answers at the hostname today, and whether that is our gateway. Onboarding must
 * never take a customer's production down unasked, so "could not ask" is not "free".
 */
export async function askPublicAnswer(
  network: Network,
  hostname: string,
  gatewayDomains: GatewayDomain[],
): Promise<PublicAnswer> {
  const routing = await resolveRouting(network.resolver, hostname);
  const answers = [
    ...routing.chain.map((name) => `CNAME ${name}`),
    ...routing.addresses.map((address) => `${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
  ];
  if (answers.length === 0) {
    const outcome = routing.failure ?? 'ERROR';
    if (saysAbsent(outcome)) return { state: 'free', sentence: `Nothing answers at ${hostname} yet.`, answers };
    return {
      state: 'unknown',
      sentence: `Could not check whether ${hostname} is in use. ${describeFailure(outcome, hostname)}`,
      answers,
    };
  }
  if (await leadsToUs(network, routing, hostname, gatewayDomains)) {
    return { state: 'ours', sentence: `${hostname} already leads to our gateway.`, answers };
  }
  return {
    state: 'taken',
    sentence: `${hostname} is in use: the public DNS answers ${answers.slice(0, 4).join(', ')}.`,
    answers,
  };
}

async function leadsToUs(
  network: Network,
  routing: Awaited<ReturnType<typeof resolveRouting>>,
  hostname: string,
  gatewayDomains: GatewayDomain[],
): Promise<boolean> {
  if (gatewayDomains.some((domain) => domain.targetName !== null && routing.chain.includes(domain.targetName)))
    return true;
  // Alias records show addresses only. Just the names that would serve this hostname are worth a lookup.
  for (const domain of gatewayDomains) {
    if (domain.targetName === null || !nameCovers(domain.name, hostname)) continue;
    const { addresses } = await resolveRouting(network.resolver, domain.targetName);
    if (leadsTo(routing, { name: domain.targetName, addresses })) return true;
  }
  return false;
}
