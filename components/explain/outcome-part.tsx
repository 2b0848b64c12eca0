import { SentHeaders } from '@/components/mappings/sent-headers';
import { CopyButton } from '@/components/ui/copy-button';
import type { ExplainedSide } from '@/lib/explain/model';
import type { HeaderOrigin, Refusal } from '@/lib/gateway/resolve/model';
import { BodyText } from './body-text';
import { rawRequest } from './raw-request';

/** Short: columns are narrow. */
const originWords: Record<HeaderOrigin, string> = {
  mapped: 'mapped',
  client: 'client',
  gateway: 'API Gateway',
  template: 'template',
};

/** The exact request that the back end gets, or what is answered without one. */
export function OutcomePart({ side: { sent, refusal, mockStatus } }: { side: ExplainedSide }) {
  if (refusal) return <OwnAnswer refusal={refusal} />;
  if (!sent) {
    return (
      <p className="text-sm">
        {mockStatus === null
          ? 'Its request template decides the status. No back end is called.'
          : `Status ${mockStatus}. No back end is called.`}
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="flex items-start gap-1">
        <code className="break-name min-w-0 flex-1 font-semibold text-xs leading-6">{sent.requestLine}</code>
        <CopyButton value={rawRequest(sent)} label="the back end's request" />
      </p>
      <SentHeaders headers={sent.headers} words={originWords} />
      <p className="text-ink-muted text-xs">{sent.bodySentence}</p>
      {sent.body === null || sent.body === '' ? null : <BodyText text={sent.body} />}
    </div>
  );
}

function OwnAnswer({ refusal: { status, responseType, headers, body, sentence } }: { refusal: Refusal }) {
  return (
    <div className="grid gap-2 text-sm">
      <p>{sentence}</p>
      <ul aria-label="Headers" className="grid gap-1 font-mono text-xs">
        <li className="font-semibold">{status}</li>
        {headers.map(([name, value]) => (
          <li key={name} className="break-name">
            <span className="font-medium">{name}</span>: {value}
          </li>
        ))}
      </ul>
      {body === '' ? null : <BodyText text={body} />}
      <p className="text-ink-muted text-xs">
        AWS calls it <code>{responseType}</code>; the gateway's responses of that name decide how it looks.
      </p>
    </div>
  );
}
