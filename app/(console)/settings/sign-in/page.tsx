import type { Metadata } from 'next';
import { LastClaims } from '@/components/account/last-claims';
import { PolicyForm } from '@/components/account/policy-form';
import { ProviderHelp } from '@/components/account/provider-help';
import { ProviderSettings } from '@/components/account/provider-settings';
import { RoleMappingForm } from '@/components/account/role-mapping-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readLastClaims, readRoleMapping } from '@/lib/auth/oidc/role-mapping';
import { countWithoutSecondFactor } from '@/lib/auth/second-factor/count-without';
import { requirePermission } from '@/lib/auth/session';
import { readSignInPolicy } from '@/lib/auth/sign-in-policy';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import { saveRoleMappingAction, saveSignInPolicyAction } from './actions';

export const metadata: Metadata = { title: 'Sign-in' };

export default async function SignInSettingsPage() {
  await requirePermission('settings:manage');
  const db = await getDb();
  const { oidc, publicUrl } = env();
  const [policy, without, rules, lastClaims] = await Promise.all([
    readSignInPolicy(db),
    countWithoutSecondFactor(db),
    readRoleMapping(db),
    readLastClaims(db),
  ]);
  return (
    <>
      <PageHeader title="Sign-in" description="How people prove who they are, and what role they have then." />
      <div className="grid max-w-4xl gap-5">
        <Card title="Passwords">
          <PolicyForm key={policy.secondFactor} policy={policy} without={without} action={saveSignInPolicyAction} />
        </Card>
        <Card title="Identity provider" description="Any provider of OpenID Connect; set by the console's environment.">
          <ProviderSettings oidc={oidc} publicUrl={publicUrl} />
        </Card>
        {oidc ? (
          <Card
            title="Roles by claim"
            description={`Who has a value in the claim ${oidc.roleClaim} gets its role at each sign-in; of several the highest counts. Without any nobody gets in.`}
          >
            <div className="grid gap-5">
              <RoleMappingForm rules={rules} action={saveRoleMappingAction} />
              <div className="border-line border-t pt-4">
                <h3 className="mb-2 font-medium text-sm">Last sign-in with the provider</h3>
                <LastClaims last={lastClaims} rules={rules} claim={oidc.roleClaim} now={Date.now()} />
              </div>
            </div>
          </Card>
        ) : null}
        <Card title="By provider" flush>
          <ProviderHelp />
        </Card>
      </div>
    </>
  );
}
