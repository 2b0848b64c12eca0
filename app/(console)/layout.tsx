import type { ReactNode } from 'react';
import { UnconfirmedNotice } from '@/components/connection/unconfirmed-notice';
import { ConsoleShell } from '@/components/layout/console-shell';
import { GatewayLabel } from '@/components/layout/gateway-label';
import { SandboxBanner } from '@/components/layout/sandbox-banner';
import { UndeployedLink } from '@/components/layout/undeployed-link';
import { UserMenu } from '@/components/layout/user-menu';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { waitingFor } from '@/lib/changes/waiting-for-approval';
import { printAccount } from '@/lib/connection/model';
import { readConnection } from '@/lib/connection/read-connection';
import { undeployedChanges } from '@/lib/deployments/undeployed';
import { env } from '@/lib/env';
import { findGateway } from '@/lib/inventory/find-gateway';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { signOutAction } from '../(auth)/sign-in/actions';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await requireSession();
  const { region, target, restApiId, awsEndpoint, confirmMutations } = env();
  const db = await getDb();
  const gateway = findGateway(await readInventory(db, 'rest-api'), restApiId);
  const unread =
    gateway === null && (await readSyncStates(db)).some(({ kind, seenAt }) => kind === 'rest-api' && !seenAt);
  const { identity, confirmed } = await readConnection(db, { region, endpoint: awsEndpoint });
  const account = identity?.account ?? null;
  return (
    <ConsoleShell
      banner={target === 'sandbox' ? <SandboxBanner controls={may(user, 'sandbox:control')} /> : null}
      notice={<UndeployedLink stages={await undeployedChanges(db)} />}
      gateway={
        <GatewayLabel name={gateway?.name ?? null} unread={unread} region={region} target={target} account={account} />
      }
      badges={{ '/changes': { count: (await waitingFor(db, user)).length, what: 'waiting for your approval' } }}
      account={<UserMenu name={user.name} email={user.email} role={user.role} signOut={signOutAction} />}
    >
      {confirmMutations && confirmed === null ? (
        <UnconfirmedNotice
          account={account === null ? null : `${printAccount(account)} (${region})`}
          mayConfirm={may(user, 'settings:manage')}
        />
      ) : null}
      {children}
    </ConsoleShell>
  );
}
