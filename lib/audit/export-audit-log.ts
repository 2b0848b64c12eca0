import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Context } from '@/lib/context';
import { log } from '@/lib/log';
import type { AuditConditions } from './conditions';
import type { AuditEvent } from './events';
import { listAuditEvents } from './list-audit-events';
import type { AuditEntry } from './model';
import { writeRow } from './write-row';

const exportFormats = ['csv', 'jsonl'] as const;
export const exportFormatSchema = z.enum(exportFormats, 'format is csv or jsonl');
export type ExportFormat = (typeof exportFormats)[number];

export const exportTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

const columns = [
  'id',
  'at',
  'finishedAt',
  'actorKind',
  'actorName',
  'ip',
  'action',
  'resourceType',
  'resourceId',
  'tenantSlug',
  'result',
  'message',
  'correlationId',
  'before',
  'after',
  'awsCalls',
] as const satisfies (keyof AuditEntry)[];

/** Rows read at a time. */
const batch = 200;

/**
 * The audit log as a stream of text, newest first, read batch by batch as fast as it is taken. The export is an entry of the log
 * itself: with what was asked for at its beginning, with the number of rows at its end, also when it is cut off.
 */
export async function exportAuditLog(
  ctx: Context,
  { format, conditions, asked }: { format: ExportFormat; conditions: AuditConditions; asked: Record<string, string> },
): Promise<ReadableStream<Uint8Array>> {
  const event: AuditEvent = { action: 'audit.exported', resourceId: 'audit log', after: { format, filter: asked } };
  const intentId = await writeRow(ctx, event, { phase: 'intent' });
  const now = ctx.now();
  const encoder = new TextEncoder();
  let rows = 0;
  // The export's own entry is not in it.
  let cursor: string | null = String(intentId);
  let ended = false;

  async function end(result: 'ok' | 'failed', message: string | null) {
    if (ended) return;
    ended = true;
    const after = { format, filter: asked, rows };
    try {
      await writeRow(ctx, event, { phase: 'outcome', intentId, result, message, after });
    } catch (error) {
      log.error({ err: error, intentId }, 'outcome of an export not noted');
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        if (format === 'csv') controller.enqueue(encoder.encode(stringify([[...columns]])));
      },
      async pull(controller) {
        try {
          if (cursor === null) {
            await end('ok', null);
            controller.close();
            return;
          }
          const page = await listAuditEvents(ctx.db, { ...conditions, limit: batch, cursor, now, related: false });
          if (ended) return;
          rows += page.entries.length;
          cursor = page.older;
          controller.enqueue(encoder.encode(toText[format](page.entries)));
        } catch (error) {
          await end('failed', `It was cut off after ${rows} rows, because the log could not be read.`);
          controller.error(error);
        }
      },
      async cancel() {
        await end('failed', `It was cut off after ${rows} rows, because the receiver went away.`);
      },
    },
    // A batch that was not taken yet is enough.
    { highWaterMark: 1 },
  );
}

const toText: Record<ExportFormat, (entries: AuditEntry[]) => string> = {
  jsonl: (entries) => entries.map(({ related: _, ...entry }) => `${JSON.stringify(entry)}\n`).join(''),
  csv: (entries) =>
    entries.length === 0
      ? ''
      : stringify(
          entries.map((entry) => columns.map((column) => cell(entry[column]))),
          // Cells that a spreadsheet would take for a formula get a leading quote.
          { escape_formulas: true },
        ),
};

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
