import 'server-only';
import { and, eq } from 'drizzle-orm';
import { getExport } from '@/lib/aws/api-gateway/get-export';
import type { GatewayView } from '@/lib/changes/model';
import type { Context } from '@/lib/context';
import { deployments } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { isJson, type Json } from '@/lib/gateway/openapi/json';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';
import { readSnapshot } from '@/lib/inventory/snapshots';
import type { ExportInput } from './schemas';

/** What is exported, in words, and the document. */
export interface Side {
  /** "stage prod", for the audit log. */
  title: string;
  /** `stage-prod`, for the file. */
  slug: string;
  read(): Promise<Json>;
}

/** @throws ExpectedError `not-found` where there is no such stage or deployment, or nobody knows what is in it */
export async function findSide(ctx: Context, view: GatewayView, { of, from }: ExportInput): Promise<Side> {
  const [kind, name = ''] = of.split(':');
  if (kind === 'stage') return stageSide(ctx, view, name, from);
  if (kind === 'deployment') return deploymentSide(ctx, view, name);
  return { title: 'the working copy', slug: 'working-copy', read: async () => toOpenApi(view.working) };
}

function stageSide(ctx: Context, view: GatewayView, name: string, from: ExportInput['from']): Side {
  const { restApiId, region } = view;
  const stage = view.stages.find((one) => one.name === name);
  if (!stage) throw new ExpectedError('not-found', `The gateway has no stage ${name}.`);
  const { live } = stage;
  const server = { restApiId, region, stage: name };
  const isOurs = from === 'gatehouse' && live !== null;
  const read = isOurs ? async () => toOpenApi(live, { server }) : () => exportOfAws(ctx, { restApiId, stage: name });
  return { title: `stage ${name}`, slug: `stage-${name}`, read };
}

async function exportOfAws(ctx: Context, at: { restApiId: string; stage: string }): Promise<Json> {
  const document = await getExport(ctx.aws, at);
  if (isJson(document)) return document;
  throw new ExpectedError('aws-unknown', "AWS's export of the stage is not a document.");
}

async function deploymentSide(ctx: Context, view: GatewayView, id: string): Promise<Side> {
  const isIt = and(eq(deployments.restApiId, view.restApiId), eq(deployments.id, id));
  const [row] = await ctx.db.select({ hash: deployments.snapshotHash }).from(deployments).where(isIt);
  if (!row) throw new ExpectedError('not-found', `There is no deployment ${id}.`);
  const { hash } = row;
  if (hash === null)
    throw new ExpectedError('not-found', `What is in deployment ${id} is not known: AWS can't give an old one back.`);
  const read = async () => toOpenApi(await readSnapshot(ctx.db, hash));
  return { title: `deployment ${id}`, slug: `deployment-${id}`, read };
}
