'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { textLinkClass } from '@/components/ui/text-link';

/**
 * On every page while nothing may be changed on AWS, but the one where that is confirmed. `mayConfirm`: whoever reads it is an
 * administrator.
 */
export function UnconfirmedNotice({ account, mayConfirm }: { account: string | null; mayConfirm: boolean }) {
  if (usePathname() === '/settings/connection') return null;
  return (
    <Notice
      tone="red"
      icon="triangle-alert"
      title={`Waiting for confirmation: nothing is changed in ${account ? `AWS account ${account}` : 'the AWS account'} yet`}
      className="mb-5"
    >
      {mayConfirm ? (
        <>
          Everything is read.{' '}
          <Link href="/settings/connection" className={textLinkClass}>
            Confirm the account
          </Link>{' '}
          to let operators and the worker change it.
        </>
      ) : (
        'Everything is read. An administrator confirms the account under Settings, Connection.'
      )}
    </Notice>
  );
}
