'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { kindsOfSide } from '@/lib/gateway/mapping/mapping';
import type { MappingFinding } from '@/lib/gateway/mapping/mapping-finding';
import type { EditorSide } from './mapping-editor';
import type { MappingRow } from './mapping-rows';
import { placeWords, sourceOrder, sourceWords } from './source-words';
import type { Suggestion } from './suggestions';

/** One mapping: what it sets, and from what. */
export function MappingRowFields({
  row,
  number,
  side,
  suggest,
  readOnly,
  problem,
  findings,
  onChange,
  onRemove,
}: {
  row: MappingRow;
  /** From 1, for labels. */
  number: number;
  side: EditorSide;
  suggest: {
    targets: (place: MappingRow['place']) => Suggestion[];
    sources: (kind: MappingRow['kind']) => Suggestion[];
  };
  readOnly: boolean;
  problem: string | null;
  findings: readonly MappingFinding[];
  onChange: (row: MappingRow) => void;
  onRemove: () => void;
}) {
  const id = useId();
  const words = sourceWords[row.kind];
  const what = row.name === '' ? `line ${number}` : row.name;
  const wrong = problem !== null || findings.some(({ severity }) => severity === 'error');
  const messages = problem !== null || findings.length > 0 ? `${id}-messages` : undefined;
  const kinds = sourceOrder.filter((kind) => kind === 'written' || kindsOfSide[side].includes(kind));
  return (
    <li className="rounded-lg border border-line bg-surface p-2">
      <div className="grid items-start gap-2 lg:grid-cols-[minmax(0,5fr)_auto_minmax(0,7fr)_auto]">
        <div className={cn('grid gap-2', side === 'request' && 'sm:grid-cols-[10.5rem_minmax(0,1fr)]')}>
          {side === 'request' ? (
            <Select
              aria-label={`What ${what} is`}
              value={row.place}
              disabled={readOnly}
              onChange={(event) => onChange({ ...row, place: event.target.value as MappingRow['place'] })}
            >
              {Object.entries(placeWords).map(([place, title]) => (
                <option key={place} value={place}>
                  {title}
                </option>
              ))}
            </Select>
          ) : null}
          <Input
            mono
            aria-label={`Name of ${row.name === '' ? `line ${number}` : `line ${number}, ${row.name}`}`}
            aria-invalid={problem !== null || findings.some(isAbout('target')) ? true : undefined}
            aria-describedby={messages}
            list={`${id}-targets`}
            placeholder={side === 'request' ? 'X-Tenant' : 'Cache-Control'}
            value={row.name}
            readOnly={readOnly}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange({ ...row, name: event.target.value.trim() })}
          />
          <Options id={`${id}-targets`} suggestions={suggest.targets(row.place)} />
        </div>
        <span className="flex h-8 items-center text-ink-subtle text-xs max-lg:hidden" aria-hidden="true">
          <Icon name="arrow-left" className="size-4" />
        </span>
        <div className="grid gap-2 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]">
          <Select
            aria-label={`Source of ${what}`}
            value={row.kind}
            disabled={readOnly}
            onChange={(event) => onChange({ ...row, kind: event.target.value as MappingRow['kind'] })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {sourceWords[kind].title}
              </option>
            ))}
          </Select>
          <Input
            mono
            aria-label={`${words.title} for ${what}`}
            aria-invalid={wrong && findings.some(isAbout('value')) ? true : undefined}
            aria-describedby={messages}
            list={`${id}-sources`}
            placeholder={words.placeholder}
            value={row.text}
            readOnly={readOnly}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange({ ...row, text: event.target.value })}
          />
          <Options id={`${id}-sources`} suggestions={suggest.sources(row.kind)} />
        </div>
        {readOnly ? null : (
          <Button variant="ghost" icon="trash" iconOnly aria-label={`Remove ${what}`} onClick={onRemove} />
        )}
      </div>
      <div role="status" id={`${id}-messages`}>
        {problem ? <Message severity="error">{problem}</Message> : null}
        {row.name === ''
          ? null
          : findings.map((finding) => (
              <Message key={`${finding.code} ${finding.at} ${finding.sentence}`} severity={finding.severity}>
                {finding.sentence}
              </Message>
            ))}
      </div>
    </li>
  );
}

const isAbout =
  (part: MappingFinding['part']) =>
  (finding: MappingFinding): boolean =>
    finding.part === part && finding.severity === 'error';

function Options({ id, suggestions }: { id: string; suggestions: Suggestion[] }) {
  return (
    <datalist id={id}>
      {suggestions.map(({ value, label }) => (
        <option key={value} value={value} label={label} />
      ))}
    </datalist>
  );
}

const looks = {
  error: { icon: 'circle-alert', className: 'text-red' },
  warning: { icon: 'triangle-alert', className: 'text-amber' },
  hint: { icon: 'info', className: 'text-ink-muted' },
} as const;

function Message({ severity, children }: { severity: keyof typeof looks; children: string }) {
  const { icon, className } = looks[severity];
  return (
    <p className={cn('mt-1.5 flex items-start gap-1 text-xs', className)}>
      <Icon name={icon} className="mt-px size-3.5 shrink-0" />
      <span className="break-name">{children}</span>
    </p>
  );
}
