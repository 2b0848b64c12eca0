import { Badge, StatusBadge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Evidence, Finding } from '@/lib/doctor/model';
import { ApplyFix, type ApplyFixAction } from './apply-fix';
import { checkTitles, findingLooks, turnWords } from './doctor-words';

interface Props {
  domainId: string;
  finding: Finding;
  applyFix: ApplyFixAction | null;
}

/** One thing that somebody should know: what is, who acts, the fix, the message to send, and the proof. */
export function FindingItem({ domainId, finding, applyFix }: Props) {
  const { check, state, sentence, fix, actor, message, evidence, fixIt } = finding;
  const look = findingLooks[state];
  return (
    <li className="grid min-w-0 grid-cols-1 gap-2 rounded-md border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge variant="plain" tone={look.tone} icon={look.icon}>
          {look.word}
        </StatusBadge>
        <h4 className="font-medium">{checkTitles[check]}</h4>
        {fix === null ? null : (
          <Badge tone={actor === 'tenant' ? 'amber' : actor === 'us' ? 'violet' : 'blue'}>{turnWords[actor]}</Badge>
        )}
      </div>
      <p className="wrap-anywhere">{sentence}</p>
      {fix === null ? null : (
        <div className="flex items-start gap-2 rounded bg-sunken px-2.5 py-2">
          <p className="min-w-0 flex-1 wrap-anywhere">
            <span className="font-medium">Fix: </span>
            {fix}
          </p>
          <CopyButton value={fix} label={`the fix: ${checkTitles[check]}`} />
        </div>
      )}
      {message === null ? null : (
        <div className="flex items-start gap-2">
          <Disclosure summary="Message for the tenant" className="min-w-0 flex-1">
            <p className="whitespace-pre-wrap wrap-anywhere rounded bg-sunken px-2.5 py-2">{message}</p>
          </Disclosure>
          <CopyButton value={message} label={`the message: ${checkTitles[check]}`} />
        </div>
      )}
      {evidence.length === 0 ? null : (
        <Disclosure summary={`Evidence (${evidence.length})`}>
          <EvidenceTable evidence={evidence} label={`Evidence: ${checkTitles[check]}`} />
        </Disclosure>
      )}
      {fixIt === null || applyFix === null ? null : (
        <ApplyFix domainId={domainId} finding={finding} fixIt={fixIt} action={applyFix} />
      )}
    </li>
  );
}

function EvidenceTable({ evidence, label }: { evidence: Evidence[]; label: string }) {
  return (
    <ScrollRegion label={label} className="overflow-x-auto">
      <table className="w-full min-w-[44rem] text-left text-xs">
        <thead className="text-ink-muted">
          <tr>
            {['Time (UTC)', 'Asked', 'Question', 'Answer'].map((title) => (
              <th key={title} scope="col" className="py-1 pr-3 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {evidence.map(({ source, at, question, answer }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one server may answer twice
            <tr key={index} className="border-line border-t align-top">
              <td className="py-1 pr-3 whitespace-nowrap">{at.slice(11, 19)}</td>
              <td className="wrap-anywhere py-1 pr-3">{source}</td>
              <td className="wrap-anywhere py-1 pr-3">{question}</td>
              <td className="whitespace-pre-wrap wrap-anywhere py-1">{answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
