import type { ExplainRequestInput } from '@/lib/explain/schemas';

/** Single-quoted for a POSIX shell. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** `command` (`curl … URL`) with the request's method, headers and body. Pure. */
export function curlOf(command: string, { method, headers, body }: Omit<ExplainRequestInput, 'url'>): string {
  const verb = method === 'GET' && body === '' ? [] : [method === 'HEAD' ? '--head' : `-X ${method}`];
  // `Name;` is curl's way to send a header without a value.
  const sent = headers.map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  return [command, ...verb, ...sent, ...(body === '' ? [] : [`--data-raw ${quote(body)}`])].join(' ');
}
