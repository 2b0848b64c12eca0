import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { TryResult } from '@/lib/dns/try-request';

/** Both sides of a request: what was sent, and what came back or why nothing did. */
export function TryAnswer({ result }: { result: TryResult }) {
  const { request, response, connection, timings } = result;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={response === null ? 'red' : toneOf(response.status)}>
          {response === null ? 'No answer' : result.sentence}
        </Badge>
        {response === null ? <span className="break-name min-w-0">{result.sentence}</span> : null}
        <span className="text-ink-muted text-xs tabular-nums">
          lookup {ms(timings.lookup)} · connect {ms(timings.connect)}
          {timings.firstByte === null ? '' : ` · first byte ${ms(timings.firstByte)}`} · total {ms(timings.total)}
        </span>
      </p>
      <p className="break-name text-ink-muted text-xs">
        {connection.address === null
          ? ''
          : `${connection.address}:${connection.port} · ${connection.protocol ?? 'no TLS'} · `}
        {connection.sentence}
      </p>
      <div className="grid gap-3 xl:grid-cols-2">
        <Side
          title="Request"
          line={request.line}
          headers={request.headers}
          body={request.body === '' ? null : pretty(request.body)}
        />
        {response === null ? null : (
          <Side
            title="Answer"
            line={`HTTP/1.1 ${response.status} ${response.statusMessage}`}
            headers={response.headers}
            body={response.body === null ? `(${response.bodyBytes} bytes that are not text)` : pretty(response.body)}
            note={response.truncated ? `The first ${response.bodyBytes} bytes; there was more.` : null}
          />
        )}
      </div>
    </div>
  );
}

interface SideProps {
  title: string;
  line: string;
  headers: [name: string, value: string][];
  body: string | null;
  note?: ReactNode;
}

function Side({ title, line, headers, body, note }: SideProps) {
  return (
    <section aria-label={title} className="min-w-0 overflow-hidden rounded-md border border-line bg-sunken">
      <h4 className="border-line border-b px-3 py-1.5 font-medium text-ink-muted text-xs">{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0} className="max-h-96 overflow-auto whitespace-pre-wrap break-all p-3 text-xs">
        <code className="block font-semibold">{line}</code>
        <code className="block text-ink-muted">{headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</code>
        {body === null || body === '' ? null : <code className="mt-3 block">{body}</code>}
      </pre>
      {note ? <p className="border-line border-t px-3 py-1.5 text-ink-muted text-xs">{note}</p> : null}
    </section>
  );
}

function toneOf(status: number): Tone {
  return status < 300 ? 'green' : status < 400 ? 'blue' : status < 500 ? 'amber' : 'red';
}

const ms = (value: number) => `${Math.round(value)} ms`;

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
