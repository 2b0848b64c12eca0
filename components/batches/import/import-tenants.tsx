'use client';

import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { type CheckedLine, isGood } from '@/lib/batches/model';
import { badRowsCsv } from '@/lib/batches/write-csv';
import { downloadText } from './download-text';
import { FileDrop } from './file-drop';
import { RowsTable } from './rows-table';
import { type ImportActions, useRows } from './use-rows';

/** From a file to a batch: the rows with what speaks against each, put right in place, the good ones started. */
export function ImportTenants({ template, actions }: { template: string; actions: ImportActions }) {
  const state = useRows(actions);
  const [onlyBad, setOnlyBad] = useState(false);
  const { rows, open, started } = state;
  const bad = rows.filter((row) => !isGood(row));
  const good = rows.length - bad.length;
  const shown = onlyBad ? rows.filter((row) => open.has(row.line)) : rows;
  return (
    <div className="grid gap-4">
      {started === null ? null : (
        <Notice
          tone="green"
          live
          title={`Batch #${started.number} has started with ${started.rows} ${started.rows === 1 ? 'row' : 'rows'}.`}
          action={<ButtonLink href={`/tenants/batches/${started.number}`}>Show batch #{started.number}</ButtonLink>}
        >
          {bad.length > 0 ? 'The others stay here until they are put right or you leave the page.' : null}
        </Notice>
      )}
      <FormMessage result={state.refusal} />
      {rows.length === 0 ? (
        <FileDrop template={template} pending={state.reading} onText={state.read} onRefusal={state.refuse} />
      ) : (
        <Card
          flush
          title={state.fileName}
          description={<Counts rows={rows.length} bad={bad.length} checking={state.checking} />}
          actions={
            <>
              {bad.length > 0 ? (
                <>
                  <label className="flex items-center gap-1.5 text-sm">
                    <input
                      type="checkbox"
                      checked={onlyBad}
                      onChange={(event) => setOnlyBad(event.target.checked)}
                      className="size-4 accent-accent"
                    />
                    Only bad rows
                  </label>
                  <Button icon="download" onClick={() => downloadText('bad-rows.csv', badRowsCsv(bad))}>
                    Download bad rows
                  </Button>
                </>
              ) : null}
              <Button onClick={state.clear}>Another file</Button>
              {good > 0 ? (
                <Button
                  variant="primary"
                  pending={state.starting}
                  aria-disabled={state.checking}
                  onClick={() => (state.checking ? undefined : state.start())}
                >
                  {bad.length > 0 ? `Start ${good} of ${rows.length}` : `Start ${good}`}
                </Button>
              ) : null}
            </>
          }
        >
          <div className="grid gap-1 border-line border-b px-4 py-2 text-ink-muted text-sm empty:hidden">
            {state.ignored.length > 0 ? <p>Columns that were left out: {state.ignored.join(', ')}.</p> : null}
            {good > 0 ? <p>{paceOf(rows)}</p> : null}
          </div>
          <RowsTable rows={shown} open={open} onEdit={state.edit} onOpen={state.openLine} />
        </Card>
      )}
    </div>
  );
}

function Counts({ rows, bad, checking }: { rows: number; bad: number; checking: boolean }) {
  const words = bad === 0 ? `${rows} rows, all good.` : `${rows} rows, ${bad} bad.`;
  return <span role="status">{checking ? 'Checking …' : words}</span>;
}

/** What AWS's quota makes of the good rows. */
function paceOf(rows: CheckedLine[]): string {
  const good = rows.filter(isGood);
  const own = good.filter(({ input }) => input.certificate.trim().toLowerCase() !== 'wildcard').length;
  const shared = good.length - own;
  const parts = [
    own > 0
      ? `${own} ${own === 1 ? 'needs' : 'need'} a custom domain name of ${own === 1 ? 'its' : 'their'} own: AWS makes one in 30 s at its usual quota, so at least ${Math.max(1, Math.ceil(own / 2))} min.`
      : '',
    shared > 0 ? `${shared} ${shared === 1 ? 'is' : 'are'} served by a wildcard, which takes seconds.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
