import type { Failure } from './failure';
import type { WireAnswer } from './wire';

/** A refusal as AWS's XML protocols print it (facts 10.3); `declaration` comes first. */
export function xmlFailure(failure: Failure, requestId: string, namespace: string, declaration = ''): WireAnswer {
  const sender = failure.status < 500 ? 'Sender' : 'Receiver';
  return {
    status: failure.status,
    headers: { 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml' },
    body:
      `${declaration}<ErrorResponse xmlns="${namespace}"><Error><Type>${sender}</Type><Code>${escapeXml(failure.code)}</Code>` +
      `<Message>${escapeXml(failure.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

/** Control characters out of a request would make the answer unreadable. */
function escapeXml(text: string): string {
  const printable = text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return printable.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
