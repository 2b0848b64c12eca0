import 'server-only';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import type { Context } from '@/lib/context';
import { saysAbsent } from '@/lib/dns/describe-failure';
import type { Network } from '@/lib/dns/network';
import { resolveRouting } from '@/lib/dns/resolve-routing';
import { passes } from '@/lib/domains/cut-over/model';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import type { Proof } from '@/lib/domains/model';
import { rehearse } from '@/lib/domains/observe/rehearsal';
import { ExpectedError } from '@/lib/errors';

export interface Rehearsed {
  domain: LoadedDomain;
  proof: Proof;
  /** What the public DNS answers for the hostname at this moment. */
  now: string[];
  /** Something answers at the hostname today, or nobody can say that nothing does. */
  serves: boolean;
}

/**
 * The handshake test of a domain that is prepared, done anew: what the gateway's target answers for the hostname, which leads
 * elsewhere still.
 *
 * @throws ExpectedError `not-found`; `conflict` when it isn't to be cut over, isn't ready yet, or the test fails; AwsError
 */
export async function rehearseNow(ctx: Context, domainId: string, network: Network): Promise<Rehearsed> {
  const domain = await loadDomain(ctx.db, domainId);
  if (domain === null) throw new ExpectedError('not-found', 'This domain is gone.');
  const { hostname, gatewayDomainName, intent, mappings } = domain.wanted;
  if (intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
  if (domain.phase !== 'prepare') throw new ExpectedError('conflict', `${hostname} is cut over already.`);
  const gateway = await getDomainName(ctx.aws, gatewayDomainName);
  const targetName = gateway?.targetName ?? null;
  if (targetName === null) {
    throw new ExpectedError('conflict', `${hostname} is not prepared yet: it is not on the gateway.`, {
      fix: 'Wait until its page says that it can be cut over.',
    });
  }
  const shared = mappings.length > 0 ? [] : (await getBasePathMappings(ctx.aws, gatewayDomainName)).slice(0, 1);
  const basePaths = [...mappings, ...shared].map((mapping) => mapping.basePath);
  const [tested, { chain, addresses, failure }] = await Promise.all([
    rehearse(network, targetName, { hostname, basePaths, now: ctx.now() }),
    resolveRouting(network.resolver, hostname),
  ]);
  if (!tested.known) throw new ExpectedError('conflict', 'The handshake test could not be done.');
  const proof = tested.value;
  if (!passes(proof)) {
    const sentence = proof.tls.ok ? proof.https.sentence : proof.tls.sentence;
    throw new ExpectedError('conflict', `The handshake test fails, so nothing was switched. ${sentence}`, {
      fix: 'The name goes on leading where it did. Look at certificate and paths below.',
    });
  }
  const now = answersOf(chain, addresses);
  return { domain, proof, now, serves: now.length > 0 || failure === null || !saysAbsent(failure) };
}

/** As DNS tools print them: `CNAME shop.hoster.net`, `A 192.0.2.1`. */
function answersOf(chain: string[], addresses: string[]): string[] {
  return [
    ...chain.map((name) => `CNAME ${name}`),
    ...addresses.map((address) => `${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
  ];
}
