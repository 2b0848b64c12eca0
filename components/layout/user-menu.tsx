import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import type { FormAction } from '@/lib/actions/result';
import { SignOutForm } from './sign-out-form';
import { ThemeChoice } from './theme-choice';

/**
 * Who is signed in, the theme, and the way out. The browser's own popover: it opens without script, closes on Escape and
 * on a click elsewhere, and gives the focus back.
 */
export function UserMenu({
  name,
  email,
  role,
  signOut,
}: {
  name: string;
  email: string;
  role: string;
  signOut: FormAction;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        aria-label={`Account: ${name}`}
        className="flex size-8 items-center justify-center rounded-full border border-line-strong bg-surface font-medium text-ink-muted text-xs uppercase hover:bg-hover hover:text-ink"
      >
        {initials(name)}
      </button>
      <div
        id="user-menu"
        popover="auto"
        className="fixed top-[var(--bar-height)] right-3 w-64 rounded-lg bg-raised p-2 shadow-raised open:motion-safe:animate-rise"
      >
        <div className="mb-2 border-line border-b px-1 pt-1 pb-2.5">
          <p className="break-name font-medium text-sm">{name}</p>
          <p className="break-name text-ink-muted text-xs">{email}</p>
          <p className="mt-1 flex items-center gap-1.5 text-ink-muted text-xs">
            <Icon name="user" className="size-3.5" />
            {role}
          </p>
        </div>
        <Link
          href="/account"
          className="mb-2 flex h-8 items-center gap-1.5 rounded-md px-1 font-medium text-ink-muted text-sm hover:bg-hover hover:text-ink"
        >
          <Icon name="key-round" className="size-4" />
          Your account
        </Link>
        <ThemeChoice />
        <SignOutForm action={signOut} />
      </div>
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? (words[1]?.[0] ?? '') : '')).slice(0, 2);
}
