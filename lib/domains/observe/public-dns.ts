import 'server-only';
import { leadsTo, resolveRouting } from '@/lib/dns/resolve-routing';
import type { Resolver } from '@/lib/dns/resolver';
import type { Known, RoutingAnswer, ValidationAnswer } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What the public DNS answers for the validation records; failures are part of the answers. */
export async function observeValidation(resolver: Resolver, records: RecordSet[]): Promise<Known<ValidationAnswer[]>> {
  const ask = async ({ name }: RecordSet) => ({ name, cname: await resolver.cname(name) });
  return { known: true, value: await Promise.all(records.map(ask)) };
}

/** Where the public DNS leads for the hostname, and whether that is the gateway's target. */
export async function observeRouting(
  resolver: Resolver,
  hostname: string,
  targetName: string,
): Promise<Known<RoutingAnswer>> {
  const [routing, target] = await Promise.all([
    resolveRouting(resolver, hostname),
    resolveRouting(resolver, targetName),
  ]);
  const { addresses } = target;
  return {
    known: true,
    value: {
      routing,
      target: { name: targetName, addresses },
      leads: leadsTo(routing, { name: targetName, addresses }),
    },
  };
}
