import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Entrance } from '@/components/account/entrance';
import { ProviderButton } from '@/components/account/provider-button';
import { SignInForm } from '@/components/account/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { isProviderRefusal, providerRefusals } from '@/lib/auth/oidc/refusals';
import { safePath } from '@/lib/auth/safe-path';
import { getSessionInSetup } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams;
  const next = typeof params.next === 'string' ? params.next : undefined;
  if (await getSessionInSetup()) redirect(safePath(next));
  const { oidc, target } = env();
  const refusal = isProviderRefusal(params.refused) ? providerRefusals[params.refused] : null;
  return (
    <Entrance
      title="Sign in to Gatehouse"
      description="One API gateway, many tenants"
      notice={
        <>
          {params['signed-out'] ? (
            <Notice tone="grey" icon="log-out">
              {params['signed-out'] === 'everywhere' ? 'You are signed out everywhere.' : 'You are signed out.'}
            </Notice>
          ) : null}
          {refusal ? (
            <Notice tone="red" title={refusal.sentence} live>
              {refusal.fix}
            </Notice>
          ) : null}
        </>
      }
      below={
        target === 'sandbox' && !oidc
          ? 'The first start printed an email address and a password to its terminal.'
          : null
      }
    >
      {oidc ? (
        <>
          <ProviderButton name={oidc.name} next={safePath(next)} />
          <p className="my-4 flex items-center gap-3 text-ink-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or with a password
          </p>
        </>
      ) : null}
      <SignInForm action={signInAction} next={next} autoFocus={!oidc} />
    </Entrance>
  );
}
