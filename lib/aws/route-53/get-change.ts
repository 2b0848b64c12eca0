import 'server-only';
import { GetChangeCommand } from '@aws-sdk/client-route-53';
import type { Aws } from '../clients';
import { required } from '../reshape';

/** Whether a change has reached all of Route 53's name servers. */
export async function getChange(aws: Aws, changeId: string): Promise<'PENDING' | 'INSYNC'> {
  const { ChangeInfo } = await aws.route53.send(new GetChangeCommand({ Id: changeId }));
  return required(ChangeInfo?.Status, 'Status');
}
