import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/layout/console-shell';
import { GatewayLabel } from '@/components/layout/gateway-label';
import { SandboxBanner } from '@/components/layout/sandbox-banner';
import { UserMenu } from '@/components/layout/user-menu';
import { requireSession } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { findGateway } from '@/lib/inventory/find-gateway';
import { readInventory } from '@/lib/inventory/read-inventory';
import { getDb } from '@/lib/runtime';
import { signOutAction } from '../(auth)/sign-in/actions';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await requireSession();
  const { region, target, restApiId } = env();
  const gateway = findGateway(await readInventory(await getDb(), 'rest-api'), restApiId);
  return (
    <ConsoleShell
      banner={target === 'sandbox' ? <SandboxBanner /> : null}
      gateway={<GatewayLabel name={gateway?.name ?? null} region={region} target={target} />}
      account={<UserMenu name={user.name} email={user.email} role={user.role} signOut={signOutAction} />}
    >
      {children}
    </ConsoleShell>
  );
}
