import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import type { TestedRoute, TestLogLine, TestLogSection } from '@/lib/explain/model';
import { BodyText } from './body-text';

/** The log as a story: a sentence a section, its lines to open, and AWS's own text at the end. */
export function TestLog({ tested: { sections, log } }: { tested: TestedRoute }) {
  return (
    <section aria-label="Log" className="grid min-w-0 content-start gap-3">
      <h3 className="font-medium text-sm">What happened</h3>
      <ol className="grid gap-0">
        {sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a kind may come again, and the list never changes
          <Section key={`${index} ${section.kind}`} section={section} />
        ))}
      </ol>
      <details>
        <summary className="w-fit rounded-sm text-ink-muted text-xs underline decoration-line-strong underline-offset-3 hover:text-ink">
          The log as AWS wrote it
        </summary>
        <div className="mt-2 flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <BodyText text={log} />
          </div>
          <CopyButton value={log} label="AWS's log" />
        </div>
      </details>
    </section>
  );
}

function Section({ section: { title, sentence, failed, lines } }: { section: TestLogSection }) {
  return (
    <li className="relative border-line border-l pb-3 pl-5 last:border-transparent last:pb-0 ml-2">
      <Icon
        name={failed ? 'circle-x' : 'circle-check'}
        className={cn('absolute top-0.5 -left-2 size-4 bg-surface', failed ? 'text-red' : 'text-green')}
      />
      <details open={failed}>
        <summary className="rounded-sm text-sm">
          <span className="font-medium">{title}</span>
          {failed ? <span className="sr-only"> (failed)</span> : null}
          <span className="break-name block text-ink-muted">{sentence}</span>
          <span className="text-accent text-xs underline underline-offset-2">
            {lines.length === 1 ? 'One line' : `${lines.length} lines`}
          </span>
        </summary>
        <ul className="mt-2 grid gap-1.5">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and the list never changes
            <Line key={`${index} ${line.label}`} line={line} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Line({ line: { label, text, pairs, truncated } }: { line: TestLogLine }) {
  return (
    <li className="text-xs">
      {label ? <p className="text-ink-muted">{label}</p> : null}
      {pairs ? (
        pairs.length === 0 ? (
          <p className="text-ink-subtle">none</p>
        ) : (
          <ul className="grid gap-0.5 font-mono">
            {pairs.map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat
              <li key={`${index} ${name}`} className="break-name">
                <span className="font-medium">{name}</span>: {value}
              </li>
            ))}
          </ul>
        )
      ) : (
        <code className="break-name block whitespace-pre-wrap">{text === '' ? '(empty)' : text}</code>
      )}
      {truncated ? <p className="text-ink-subtle">AWS cut it off here.</p> : null}
    </li>
  );
}
