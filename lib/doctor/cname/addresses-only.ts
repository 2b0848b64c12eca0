import { answersOf, evidenceOf } from '@/lib/doctor/answers';
import { apexAdvice, hasNoAlias } from '@/lib/doctor/checks/apex-advice';
import type { Facts, WantedRecord } from '@/lib/doctor/facts';
import type { findingsOf } from '@/lib/doctor/finding';
import type { Finding } from '@/lib/doctor/model';
import { describeWanted, zoneOf } from '@/lib/doctor/relative-name';

/**
 * The name has the gateway's addresses and shows no CNAME: an ALIAS, an ANAME, a flattened record, or plain addresses. What it holds can't be seen, and
 * custom domain names share addresses; TLS and the answer over HTTPS decide. Where the provider has nothing of that kind, they are plain. Pure.
 */
export function addressesOnly(facts: Facts, record: WantedRecord, make: ReturnType<typeof findingsOf>): Finding {
  const { provider, handshakePublic: seen } = facts;
  const answers = (['authority', 'resolver'] as const).flatMap((from) =>
    ['A', 'AAAA'].flatMap((type) => answersOf(facts, from, record.name, type)),
  );
  const evidence = evidenceOf(answers.filter(({ records }) => records.length > 0));
  if (provider !== null && hasNoAlias(provider.id)) {
    const wanted = describeWanted(record, zoneOf(facts));
    return make.warning({
      code: 'plain-addresses',
      sentence: `${record.name} has the addresses that the gateway has now, typed in by hand: ${provider.name} has no ALIAS. AWS changes them without notice, and then it leads nowhere.`,
      actor: record.actor,
      fix:
        record.name === zoneOf(facts)
          ? apexAdvice(provider.id, record.value)
          : `Replace the addresses by the record that follows the gateway: ${wanted}.`,
      evidence,
    });
  }
  const served = seen?.ok === true && seen.https?.gateway === true && seen.https.ok;
  const verdict = served
    ? `TLS and the answer over HTTPS say that it is served`
    : `whether it is served, "TLS at the public name" says`;
  return make.ok({
    code: 'flattened',
    sentence: `${record.name} has the gateway's addresses and shows no CNAME: an ALIAS, ANAME or flattened record, or plain addresses. Which name it leads to can't be seen, as several share these addresses; ${verdict}.`,
    evidence,
  });
}
