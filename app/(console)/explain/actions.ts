'use server';

import { defineAction } from '@/lib/actions/define-action';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import { ExpectedError } from '@/lib/errors';
import { explainRequestSchema, testInvokeSchema } from '@/lib/explain/schemas';
import { testInvoke } from '@/lib/explain/test-invoke';
import { explain } from './explain';

const unread = () =>
  new ExpectedError('not-found', 'The gateway was not read yet.', { fix: 'Try again within a minute.' });

/** For requests with headers or a body, which have no place in an address. */
export const explainRequestAction = defineAction(
  { name: 'explain-request', permission: 'requests:explain', input: explainRequestSchema },
  async ({ ctx, input, user }) => {
    const view = await readGatewayView(ctx.db, { userId: user?.id ?? '' });
    if (!view) throw unread();
    return { data: await explain(ctx.db, view, input, ctx.tenants ?? null), message: 'Explained.' };
  },
);

export const testInvokeAction = defineAction(
  { name: 'test-invoke', permission: 'requests:test', input: testInvokeSchema },
  async ({ ctx, input, user }) => {
    const view = await readGatewayView(ctx.db, { userId: user?.id ?? '' });
    if (!view) throw unread();
    return { data: await testInvoke(ctx, view.restApiId, input), message: 'Tested.' };
  },
);
