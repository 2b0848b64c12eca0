import type { ExplainedAnswers } from '@/lib/explain/model';

/** What happens to the back end's answer before the client gets it. */
export function AnswersPart({ answers: { ignored, responses } }: { answers: ExplainedAnswers }) {
  if (ignored !== null) return <p className="text-ink-muted text-sm">{ignored}</p>;
  if (responses.length === 0) return <p className="text-sm">No response is configured: every answer becomes 500.</p>;
  const byPattern = responses.toSorted((one, other) => rank(one) - rank(other));
  return (
    <ul className="grid gap-2 text-sm">
      {byPattern.map(({ status, selectionPattern, headers, templates }) => (
        <li key={status}>
          <p className="break-name">
            {selectionPattern === null ? (
              'Anything else'
            ) : (
              <>
                What fits <code>{selectionPattern}</code>
              </>
            )}{' '}
            becomes <strong className="font-semibold">{status}</strong>
            <span className="text-ink-muted">
              {templates.length === 0 ? ', body as it is' : `, body by the template of ${templates.join(', ')}`}
            </span>
          </p>
          {headers.map(({ name, expression, sentence }) => (
            <p key={name} className="break-name pl-3 font-mono text-xs">
              {name} <span className="text-ink-muted">← {expression}</span>
              {sentence ? <span className="block font-sans text-ink-muted">{sentence}</span> : null}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The default is what is left over: last. */
function rank({ selectionPattern }: ExplainedAnswers['responses'][number]): number {
  return selectionPattern === null ? 1 : 0;
}
