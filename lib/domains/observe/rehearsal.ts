import 'server-only';
import type { Network } from '@/lib/dns/network';
import { probe } from '@/lib/dns/probe';
import { resolveRouting } from '@/lib/dns/resolve-routing';
import type { Proof } from '@/lib/domains/model';
import type { Known } from '@/lib/domains/observed';

interface Asked {
  hostname: string;
  basePaths: string[];
  now: Date;
}

/**
 * The handshake test before a cut-over: connects to the gateway's target with SNI and Host of the hostname, which leads elsewhere
 * still, and asks each base path. It passes when TLS is valid for the hostname and the gateway answers.
 */
export async function rehearse(network: Network, targetName: string, asked: Asked): Promise<Known<Proof>> {
  const routing = await resolveRouting(network.resolver, targetName);
  // Never proof of life: the name itself leads elsewhere.
  const resolved = { ok: false, sentence: `Asked at ${targetName}, before ${asked.hostname} leads there.` };
  return { known: true, value: await probe(network, { ...asked, routing, resolved }) };
}
