import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import { ExpectedError } from '@/lib/errors';
import { judgeLines } from './judge-lines';
import type { CheckedLine } from './model';
import { parseBatchFile } from './parse-batch-file';

/**
 * The rows of a file, each with what speaks against it. Changes nothing.
 *
 * @throws ExpectedError `invalid` when it can't be read, `conflict` without a gateway
 */
export async function readBatchFile(
  ctx: Context,
  text: string,
  network?: Network,
): Promise<{ rows: CheckedLine[]; ignored: string[] }> {
  const parsed = parseBatchFile(text);
  if (!parsed.ok) throw new ExpectedError('invalid', parsed.sentence, { fix: parsed.fix });
  return { rows: await judgeLines(ctx, parsed.lines, network), ignored: parsed.ignored };
}
