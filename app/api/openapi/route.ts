import { defineRoute } from '@/lib/actions/define-route';
import { exportDocument } from '@/lib/openapi/export-document';
import { exportSchema } from '@/lib/openapi/schemas';

/** Downloads the gateway as an OpenAPI document: `?of=working|stage:prod|deployment:abc123&as=json|yaml&from=gatehouse|aws`. */
export const GET = defineRoute(
  { name: 'export-gateway', permission: 'gateway:export', input: exportSchema },
  async ({ ctx, input }) => {
    const { text, fileName, contentType } = await exportDocument(ctx, input);
    return new Response(text, {
      headers: {
        'cache-control': 'no-store',
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
      },
    });
  },
);
