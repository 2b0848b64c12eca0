import { addressesOf, answersOf } from '@/lib/doctor/answers';
import { checks } from '@/lib/doctor/checks/all';
import { acceptedValues, targetAddresses } from '@/lib/doctor/cname/look-at-record';
import type { Facts } from '@/lib/doctor/facts';
import { type CheckName, checkNames, type DoctorReport, type Finding } from '@/lib/doctor/model';

/** What the facts come to: every check's findings, in the order of the checks, and whether the name is live. Pure; never throws. */
export function judge(facts: Facts): Pick<DoctorReport, 'findings' | 'live'> {
  const findings = checkNames.flatMap((name) => findingsOfCheck(name, facts));
  return { findings, live: isLive(facts) };
}

/** A fault of ours in one check must not take the others away. */
function findingsOfCheck(check: CheckName, facts: Facts): Finding[] {
  try {
    return checks[check](facts);
  } catch {
    const sentence = 'This check failed on what the servers answered.';
    return [
      {
        check,
        code: 'check-failed',
        state: 'unknown',
        sentence,
        fix: null,
        actor: 'nobody',
        evidence: [],
        message: null,
        fixIt: null,
      },
    ];
  }
}

/** Live is proven only by all three: the name leads to the gateway, TLS holds for it, and the gateway answered through a mapping. */
function isLive(facts: Facts): boolean {
  const { handshakePublic: seen, home } = facts;
  const answered = seen?.ok === true && seen.https?.gateway === true && seen.https.ok;
  if (!answered || home.target === null) return answered;
  const resolved = ['A', 'AAAA', 'CNAME'].flatMap((type) => answersOf(facts, 'resolver', facts.hostname, type));
  const accepted = new Set(
    home.wanted.filter(({ purpose }) => purpose === 'routing').flatMap((record) => acceptedValues(facts, record)),
  );
  accepted.add(home.target);
  const targets = targetAddresses(facts);
  return resolved.some(
    (answer) =>
      answer.records.some(({ type, value }) => type === 'CNAME' && accepted.has(value)) ||
      addressesOf(answer).some((address) => targets.includes(address)),
  );
}
