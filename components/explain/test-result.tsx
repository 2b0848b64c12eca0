import { StatusBadge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { TestedRoute } from '@/lib/explain/model';
import { BodyText } from './body-text';
import { TestLog } from './test-log';

/** What the client would have got, and how AWS came to it. */
export function TestResult({ tested }: { tested: TestedRoute }) {
  const { status, latencyMs, headers, body } = tested;
  const tone = toneOf(status);
  return (
    <div className="grid gap-4 border-line border-t pt-4 lg:grid-cols-2">
      <section aria-label="Answer" className="grid min-w-0 content-start gap-3">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-sm">
          The client would get
          <StatusBadge tone={tone} icon={tone === 'green' ? 'circle-check' : 'circle-alert'}>
            {status}
          </StatusBadge>
          <span className="font-normal text-ink-muted text-xs tabular-nums">after {latencyMs} ms</span>
        </h3>
        <ul aria-label="Headers" className="grid gap-1 font-mono text-xs">
          {headers.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, and their order is part of the message
            <li key={`${index} ${name}`} className="break-name">
              <span className="font-medium">{name}</span>: {value}
            </li>
          ))}
        </ul>
        {body === '' ? <p className="text-ink-muted text-sm">No body.</p> : <BodyText text={body} />}
      </section>
      <TestLog tested={tested} />
    </div>
  );
}

function toneOf(status: number): Tone {
  return status < 400 ? 'green' : status < 500 ? 'amber' : 'red';
}
