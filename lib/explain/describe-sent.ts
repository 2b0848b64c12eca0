import type { SentBody, SentRequest } from '@/lib/gateway/resolve';
import type { ExplainedSent } from './model';

/** The back end's request, ready to show. */
export function describeSent({ verb, origin, path, headers, body }: SentRequest): ExplainedSent {
  return { requestLine: `${verb} ${origin}${path}`, headers, ...describeBody(body) };
}

function describeBody(body: SentBody): Pick<ExplainedSent, 'body' | 'bodySentence'> {
  switch (body.kind) {
    case 'none':
      return { body: null, bodySentence: 'No body.' };
    case 'client':
      return { body: body.text, bodySentence: "The client's body, as it is." };
    case 'template':
      return { body: body.text, bodySentence: `Made by the request template of ${body.contentType}.` };
    case 'event':
      return { body: JSON.stringify(body.event, null, 2), bodySentence: 'The event that the Lambda function gets.' };
  }
}
