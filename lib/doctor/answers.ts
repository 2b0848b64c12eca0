import type { DnsServer, ServerAnswer } from '@/lib/dns/authority/model';
import type { Asked, AskedFrom, Facts } from '@/lib/doctor/facts';
import type { Evidence } from '@/lib/doctor/model';

/** The answers of one kind of server to one question. */
export function answersOf(facts: Facts, from: AskedFrom, name: string, type: string): Asked[] {
  return facts.answers.filter((one) => one.from === from && one.question.name === name && one.question.type === type);
}

/** The server said something about the name, be it that there is nothing. */
export function isAnswer({ outcome }: Pick<ServerAnswer, 'outcome'>): boolean {
  return outcome === 'ok' || outcome === 'NXDOMAIN' || outcome === 'NODATA';
}

/** Values of the records of a type at exactly this name in an answer. */
export function valuesAt(answer: ServerAnswer, name: string, type: string): string[] {
  return answer.records.filter((one) => one.name === name && one.type === type).map((one) => one.value);
}

/** Addresses at the end of an answer, whatever CNAMEs lead there. */
export function addressesOf(answer: ServerAnswer): string[] {
  return answer.records.filter((one) => one.type === 'A' || one.type === 'AAAA').map((one) => one.value);
}

/** All values of a type at a name that any of the answers holds, each once. */
export function allValues(answers: ServerAnswer[], name: string, type: string): string[] {
  return [...new Set(answers.flatMap((answer) => valuesAt(answer, name, type)))];
}

/** `ns1.example.net (192.0.2.1)`, `resolver 127.0.0.1:5353`. */
export function nameServer({ name, address, port }: DnsServer): string {
  const where = port === 53 ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  return name === null ? `resolver ${where}` : `${name} (${where})`;
}

/** An answer as DNS tools print it. */
function describeAnswer({ outcome, records, authority }: ServerAnswer): string {
  const lines = records.map((one) => `${one.name}. ${one.ttl} IN ${one.type} ${one.value}`);
  const referral = authority.filter((one) => one.type === 'NS').map((one) => one.value);
  const tail = referral.length > 0 && outcome !== 'ok' ? `; referral to ${referral.join(', ')}` : '';
  return outcome === 'ok' ? lines.join('\n') : [`${outcome}${tail}`, ...lines].join('\n');
}

/** Answers as proof. `from` tells a resolver that did not check signatures apart. */
export function evidenceOf(answers: Asked[], most = 8): Evidence[] {
  return answers.slice(0, most).map((answer) => ({
    source: `${nameServer(answer.server)}${answer.from === 'unchecked' ? ' with CD=1' : ''}`,
    at: answer.at,
    question: `${answer.question.type} ${answer.question.name}`,
    answer: describeAnswer(answer),
  }));
}

/** What database or AWS said, as proof. */
export function evidenceFrom(facts: Facts, source: string, question: string, answer: string): Evidence {
  return { source, at: facts.at, question, answer };
}
