import type { ImportApiKeysCommandInput, ImportApiKeysCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { Failure } from '../../protocol/failure';
import { readCsv } from '../../read-csv';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { refuseBadApiKey } from './create-api-key';
import { defined } from './defined';
import { refuseWarnings } from './openapi/read-import';
import { randomId } from './random-id';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { findUsagePlan, refuseTooManyPlans } from './usage-plan-checks';

/** By the names of columns in lower case. */
type Row = Partial<Record<string, string>>;

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_ImportApiKeys.html: rows with the value of a key that is there
 * change it. A row that can't be is left out with a warning.
 */
export function importApiKeys(
  context: Context,
  input: ImportApiKeysCommandInput,
): Promise<Answer<ImportApiKeysCommandOutput>> {
  const rows = rowsOf(Buffer.from((input.body as Uint8Array | undefined) ?? '').toString('utf8'));
  return context.state.write((tx) => {
    const keys = new Map(context.state.list('apiKeys', keyOf.apiKey(context.scope)).map((key) => [key.value, key]));
    const ids: string[] = [];
    const warnings: string[] = [];
    for (const [index, row] of rows.entries()) {
      try {
        ids.push(importRow(context, tx, keys, row));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        warnings.push(`Ignoring API key in row ${index + 1}: ${error.message}`);
      }
    }
    refuseWarnings(warnings, input.failOnWarnings ?? false);
    return { ids, ...(warnings.length > 0 ? { warnings } : {}) };
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-key-file-format.html */
function rowsOf(text: string): Row[] {
  const [head = [], ...rows] = parsed(text);
  const columns = head.map((name) => name.toLowerCase());
  if (!columns.includes('name') || !columns.includes('key'))
    throw badRequest('Invalid API key file: the columns Name and Key are required');
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
}

function parsed(text: string): string[][] {
  try {
    return readCsv(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badRequest(`Invalid API key file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function importRow(context: Context, tx: Transaction, keys: Map<string, Collections['apiKeys']>, row: Row): string {
  const { key: value = '', name = '', description, enabled, usageplanids = '' } = row;
  refuseBadApiKey(name, value);
  const plans = usageplanids
    .split(',')
    .flatMap((id) => (id.trim() === '' ? [] : [findUsagePlan(context, id.trim()).id]));
  const known = keys.get(value);
  if (!known) refuseOverQuota(context, 'maxApiKeys', keys.size);
  const now = new Date(context.now);
  const { description: _old, ...rest } = known ?? { id: randomId(10), value, createdDate: now, stageKeys: [] };
  // Before anything is put: a refused row leaves nothing behind.
  refuseTooManyPlans(context, rest.id, plans);
  const key = defined({
    ...rest,
    name,
    description: description || undefined,
    enabled: (enabled || 'true').toLowerCase() === 'true',
    lastUpdatedDate: now,
  });
  keys.set(value, key);
  tx.put('apiKeys', keyOf.apiKey(context.scope, key.id), key);
  for (const plan of plans) tx.put('usagePlanKeys', keyOf.usagePlanKey(context.scope, plan, key.id), { id: key.id });
  return key.id;
}
