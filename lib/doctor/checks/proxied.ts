import { addressesOf, answersOf, evidenceOf, isAnswer, valuesAt } from '@/lib/doctor/answers';
import { isCloudflare } from '@/lib/doctor/cloudflare';
import type { Asked, Facts } from '@/lib/doctor/facts';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import type { Finding } from '@/lib/doctor/model';
import { relativeName, zoneOf } from '@/lib/doctor/relative-name';

/** Does a CDN answer in place of the record (facts 11.3)? */
export const checkProxied: Check = (facts) => {
  const make = findingsOf('proxied', facts);
  const validation = facts.home.wanted.filter(({ purpose }) => purpose === 'validation').map(({ name }) => name);
  const found = [...new Set([facts.hostname, ...validation])].flatMap((name) => proxiedName(facts, name) ?? []);
  if (found.length > 0) return found;
  const flattened = validation.flatMap((name) => flattenedName(facts, name) ?? []);
  if (flattened.length > 0) return flattened;
  const asked = addressAnswers(facts, facts.hostname);
  if (!asked.some(isAnswer)) {
    return [make.unknown({ code: 'not-answered', sentence: `No server said which addresses ${facts.hostname} has.` })];
  }
  if (facts.handshakePublic?.https?.server?.toLowerCase().startsWith('cloudflare')) return [behindCdn(facts)];
  return [
    make.ok({
      code: 'none',
      sentence: 'No proxy of a CDN answers in place of the record.',
      evidence: evidenceOf(asked, 2),
    }),
  ];
};

function addressAnswers(facts: Facts, name: string): Asked[] {
  return (['authority', 'resolver'] as const).flatMap((from) =>
    ['A', 'AAAA'].flatMap((type) => answersOf(facts, from, name, type)),
  );
}

function proxiedName(facts: Facts, name: string): Finding | null {
  const answers = addressAnswers(facts, name).filter((answer) => addressesOf(answer).some(isCloudflare));
  if (answers.length === 0) return null;
  const relative = relativeName(name, zoneOf(facts));
  const validation = name !== facts.hostname;
  return findingsOf('proxied', facts).problem({
    code: validation ? 'validation-proxied' : 'proxied',
    sentence: `Cloudflare answers for ${name} with addresses of its own: the record is proxied (orange cloud), so ${validation ? 'ACM never sees the CNAME' : 'requests reach Cloudflare, not the gateway'}.`,
    actor: zoneActor(facts),
    fix: `In Cloudflare open DNS, Records, edit the record named ${relative} (${name}) and set its proxy status to "DNS only" (grey cloud).`,
    evidence: evidenceOf(answers),
  });
}

/** Flattening replaces the CNAME by its target's addresses, and ACM's targets have none: "exists, but nothing there". */
function flattenedName(facts: Facts, name: string): Finding | null {
  if (facts.provider?.id !== 'cloudflare') return null;
  const answers = answersOf(facts, 'authority', name, 'CNAME').filter(isAnswer);
  const empty =
    answers.length > 0 &&
    answers.every((answer) => answer.outcome === 'NODATA' && valuesAt(answer, name, 'CNAME').length === 0);
  if (!empty) return null;
  return findingsOf('proxied', facts).problem({
    code: 'validation-flattened',
    sentence: `${name} exists at Cloudflare but shows no CNAME: it is proxied or flattened, so ACM never sees it.`,
    actor: zoneActor(facts),
    fix: `In Cloudflare open DNS, Records, edit the record named ${relativeName(name, zoneOf(facts))} (${name}), set it to "DNS only" and switch "Flatten" off; also DNS, Settings, "CNAME flattening for all CNAME records".`,
    evidence: evidenceOf(answers),
  });
}

function behindCdn(facts: Facts): Finding {
  const https = facts.handshakePublic?.https;
  const error = /error code: 1014|Error 1014/i.test(https?.body ?? '');
  return findingsOf('proxied', facts).problem({
    code: error ? 'cloudflare-1014' : 'proxied',
    sentence: error
      ? `Cloudflare answers ${facts.hostname} with error 1014: the name leads to another Cloudflare customer's.`
      : `Cloudflare answers for ${facts.hostname} over HTTPS.`,
    actor: zoneActor(facts),
    fix: `In Cloudflare set the record ${relativeName(facts.hostname, zoneOf(facts))} (${facts.hostname}) to "DNS only" and let it lead to the gateway.`,
    evidence: [
      {
        source: facts.handshakePublic?.source ?? '',
        at: facts.handshakePublic?.at ?? facts.at,
        question: `GET https://${facts.hostname}/`,
        answer: `${https?.status ?? ''} server: ${https?.server ?? ''}`,
      },
    ],
  });
}
