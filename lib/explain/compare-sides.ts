import type { ExplainedSide } from './model';

/** What happens otherwise in `after` than in `before`, in sentences for people; empty when nothing does. */
export function compareSides(before: ExplainedSide, after: ExplainedSide): string[] {
  if (before.unknown !== null || after.unknown !== null) return [];
  return [...compareOutcome(before, after), ...compareRoute(before, after), ...compareSent(before, after)];
}

function compareOutcome(before: ExplainedSide, after: ExplainedSide): string[] {
  const [one, other] = [outcomeOf(before), outcomeOf(after)];
  return one === other ? [] : [`${capital(other)}; in ${before.title} ${one}.`];
}

function outcomeOf({ refusal, sent, mockStatus }: ExplainedSide): string {
  if (refusal) return `API Gateway answers ${refusal.status} by itself`;
  if (sent) return 'the back end is called';
  return mockStatus === null ? 'a mock answers' : `a mock answers ${mockStatus}`;
}

function compareRoute({ route: before, title }: ExplainedSide, { route: after }: ExplainedSide): string[] {
  if (!before || !after || (before.path === after.path && before.verb === after.verb)) return [];
  return [`Served by ${after.verb} ${after.path}; in ${title} by ${before.verb} ${before.path}.`];
}

function compareSent({ sent: before, title }: ExplainedSide, { sent: after }: ExplainedSide): string[] {
  if (!before || !after) return [];
  const sentences: string[] = [];
  if (before.requestLine !== after.requestLine)
    sentences.push(`Sent as ${after.requestLine}; in ${title} as ${before.requestLine}.`);
  const [had, has] = [headersOf(before.headers), headersOf(after.headers)];
  for (const [key, { name, value }] of has) {
    const old = had.get(key);
    if (!old) sentences.push(`The header ${name}: ${value} is new.`);
    else if (old.value !== value) sentences.push(`The header ${name} is ${value}; in ${title} ${old.value}.`);
  }
  for (const [key, { name }] of had) if (!has.has(key)) sentences.push(`The header ${name} is gone.`);
  if (before.body !== after.body) sentences.push('The body is another.');
  return sentences;
}

/** By name in lower case; the values of a repeated one joined. */
function headersOf(headers: readonly { name: string; value: string }[]): Map<string, { name: string; value: string }> {
  const map = new Map<string, { name: string; value: string }>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const known = map.get(key);
    map.set(key, { name, value: known ? `${known.value}, ${value}` : value });
  }
  return map;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
