import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/layout/console-shell';
import { GatewayLabel } from '@/components/layout/gateway-label';
import { SandboxBanner } from '@/components/layout/sandbox-banner';
import { UserMenu } from '@/components/layout/user-menu';
import { requireSession } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getGateway } from '@/lib/inventory/get-gateway';
import { getDb } from '@/lib/runtime';
import { signOutAction } from '../(auth)/sign-in/actions';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await requireSession();
  const { region, target } = env();
  const gateway = await getGateway(await getDb());
  return (
    <ConsoleShell
      banner={target === 'sandbox' ? <SandboxBanner /> : null}
      gateway={<GatewayLabel name={gateway?.restApi.name ?? null} region={region} target={target} />}
      account={<UserMenu name={user.name} email={user.email} role={user.role} signOut={signOutAction} />}
    >
      {children}
    </ConsoleShell>
  );
}
