'use client';

import { useRef, useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import { type BatchColumn, type BatchLine, type CheckedLine, isGood } from '@/lib/batches/model';

export interface ImportActions {
  read: (previous: null, input: { text: string }) => Promise<ActionResult<{ rows: CheckedLine[]; ignored: string[] }>>;
  check: (previous: null, input: { lines: BatchLine[] }) => Promise<ActionResult<CheckedLine[]>>;
  start: (
    previous: null,
    input: { submissionId: string; fileName: string; lines: BatchLine[]; expected: number },
  ) => Promise<ActionResult<{ number: number; lines: number[] }>>;
}

type Refusal = Extract<ActionResult<never>, { ok: false }>;
const unreachable: Refusal = { ok: false, message: 'The console could not be reached.', fix: 'Try again.' };

const linesOf = (rows: CheckedLine[]): BatchLine[] => rows.map(({ line, input }) => ({ line, input }));

/** The rows of a file while they are being put right, and what becomes of them. */
export function useRows(actions: ImportActions) {
  const [fileName, setFileName] = useState('');
  const [rows, setRows] = useState<CheckedLine[]>([]);
  const [ignored, setIgnored] = useState<string[]>([]);
  /** Lines that can be edited: such as were bad once, so that nothing vanishes under the cursor. */
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [started, setStarted] = useState<{ number: number; rows: number } | null>(null);
  const [reading, startReading] = useTransition();
  const [checking, startChecking] = useTransition();
  const [starting, startStarting] = useTransition();
  const asked = useRef(0);
  /** One for each set of rows: a second click starts nothing, other rows are another batch. */
  const submission = useRef({ of: '', id: '' });

  const openBad = (of: CheckedLine[]) =>
    setOpen((known) => new Set([...known, ...of.filter((row) => !isGood(row)).map(({ line }) => line)]));

  function read(name: string, text: string) {
    startReading(async () => {
      const answer = await actions.read(null, { text }).catch(() => unreachable);
      if (!answer.ok) {
        setRefusal(answer);
        return;
      }
      setRefusal(null);
      setStarted(null);
      setFileName(name);
      setIgnored(answer.data.ignored);
      setRows(answer.data.rows);
      setOpen(new Set());
      openBad(answer.data.rows);
    });
  }

  function check(of: CheckedLine[]) {
    asked.current += 1;
    const mine = asked.current;
    startChecking(async () => {
      const answer = await actions.check(null, { lines: linesOf(of) }).catch(() => unreachable);
      // What was typed since is being checked by a later call.
      if (mine !== asked.current) return;
      if (!answer.ok) {
        setRefusal(answer);
        return;
      }
      setRefusal(null);
      const judged = new Map(answer.data.map((row) => [row.line, row]));
      setRows((now) => now.map((row) => ({ ...row, ...judged.get(row.line), input: row.input })));
      openBad(answer.data);
    });
  }

  function edit(line: number, column: BatchColumn, value: string) {
    const next = rows.map((row) => (row.line === line ? { ...row, input: { ...row.input, [column]: value } } : row));
    setRows(next);
    check(next);
  }

  function start() {
    const good = rows.filter(isGood).length;
    const lines = linesOf(rows);
    const of = JSON.stringify(lines);
    if (submission.current.of !== of) submission.current = { of, id: crypto.randomUUID() };
    startStarting(async () => {
      const answer = await actions
        .start(null, { submissionId: submission.current.id, fileName, lines, expected: good })
        .catch(() => unreachable);
      if (!answer.ok) {
        setRefusal(answer);
        check(rows);
        return;
      }
      setRefusal(null);
      const gone = new Set(answer.data.lines);
      setRows(rows.filter(({ line }) => !gone.has(line)));
      setStarted({ number: answer.data.number, rows: gone.size });
    });
  }

  return {
    fileName,
    rows,
    ignored,
    open,
    refusal,
    started,
    reading,
    checking,
    starting,
    read,
    edit,
    start,
    refuse: (message: string, fix: string) => setRefusal({ ok: false, message, fix }),
    openLine: (line: number) => setOpen((known) => new Set([...known, line])),
    /** Back to the choice of a file. */
    clear: () => {
      setRows([]);
      setRefusal(null);
    },
  };
}
