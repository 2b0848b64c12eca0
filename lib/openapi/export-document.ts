import 'server-only';
import { audited } from '@/lib/audit/audited';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { type DocumentFormat, printDocument } from '@/lib/gateway/openapi/document-text';
import { findSide } from './read-side';
import type { ExportInput } from './schemas';

export interface ExportedDocument {
  /** `shop-stage-prod-2026-03-01.yaml` */
  fileName: string;
  contentType: string;
  text: string;
}

const contentTypes: Record<DocumentFormat, string> = {
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

/**
 * The working copy, what a stage serves or what was deployed once, as an OpenAPI 3.0 document with API Gateway's extensions.
 *
 * @throws ExpectedError `not-found` when there is nothing of this name, or nobody knows what is in it
 * @throws AwsError when AWS's own export is asked for and fails
 */
export async function exportDocument(ctx: Context, input: ExportInput): Promise<ExportedDocument> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : '';
  const view = await readGatewayView(ctx.db, { userId });
  if (view === null) throw new ExpectedError('not-found', 'The gateway has not been read from AWS yet.');
  const side = await findSide(ctx, view, input);
  const event = {
    action: 'gateway.exported',
    resourceId: side.title,
    after: { as: input.as, source: input.from },
  } as const;
  const document = await audited(ctx, event, () => side.read());
  const name = view.working.api.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const words = [name.replaceAll(/^-|-$/g, '') || 'gateway', side.slug, ctx.now().toISOString().slice(0, 10)];
  return {
    fileName: `${words.join('-')}.${input.as}`,
    contentType: contentTypes[input.as],
    text: printDocument(document, input.as),
  };
}
