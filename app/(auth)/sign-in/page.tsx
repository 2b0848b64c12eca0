import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Mark } from '@/components/layout/mark';
import { SignInForm } from '@/components/layout/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { safePath } from '@/lib/auth/safe-path';
import { getSession } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams;
  const next = typeof params.next === 'string' ? params.next : undefined;
  if (await getSession()) redirect(safePath(next));
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex flex-col items-center text-center">
          <Mark className="mb-4 size-10" />
          <h1 className="font-semibold text-xl tracking-tight">Sign in to Gatehouse</h1>
          <p className="mt-1 text-ink-muted text-sm">One API gateway, many tenants</p>
        </div>
        {params['signed-out'] ? (
          <Notice tone="grey" icon="log-out" className="mb-4">
            You are signed out.
          </Notice>
        ) : null}
        <div className="rounded-xl border border-line bg-surface p-5 shadow-card">
          <SignInForm action={signInAction} next={next} />
        </div>
        {env().target === 'sandbox' ? (
          <p className="mt-4 text-center text-ink-muted text-xs">
            The first start printed an email address and a password to its terminal.
          </p>
        ) : null}
      </div>
    </main>
  );
}
