import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Entrance } from '@/components/account/entrance';
import { SecondStepForm } from '@/components/account/second-step-form';
import { textLinkClass } from '@/components/ui/text-link';
import { decodeSecondStep, secondStepCookie } from '@/lib/auth/second-factor/second-step-token';
import { secondStepAction } from '../actions';

export const metadata: Metadata = { title: 'Second factor' };

/** The second step of a sign-in, for whose password was right less than five minutes ago. */
export default async function SecondStepPage() {
  if (!(await decodeSecondStep((await cookies()).get(secondStepCookie().name)?.value))) redirect('/sign-in');
  return (
    <Entrance
      title="Second factor"
      description="Your password is right. One more step."
      below={
        <Link href="/sign-in" className={textLinkClass}>
          Sign in from the beginning
        </Link>
      }
    >
      <SecondStepForm action={secondStepAction} />
    </Entrance>
  );
}
