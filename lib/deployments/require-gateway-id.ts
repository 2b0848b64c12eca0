import 'server-only';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';

/**
 * The shared gateway's id.
 *
 * @throws ExpectedError `not-found` before the first sync, and while nothing tells which REST API is the gateway
 */
export async function requireGatewayId(db: Db): Promise<string> {
  const id = await getGatewayId(db);
  if (id !== null) return id;
  throw new ExpectedError('not-found', 'The gateway is not known yet.', {
    fix: 'Wait for the first sync with AWS, or set GATEHOUSE_REST_API_ID.',
  });
}
