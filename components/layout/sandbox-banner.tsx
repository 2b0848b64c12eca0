import Link from 'next/link';
import { Icon } from '@/components/ui/icon';

/** The line above every page while AWS calls go to the sandbox. `controls`: for those who may set it. */
export function SandboxBanner({ controls }: { controls: boolean }) {
  return (
    <p className="flex h-7 items-center justify-center gap-1.5 border-amber-line border-b bg-amber-soft px-4 text-amber text-xs">
      <Icon name="flask-conical" className="size-3.5" />
      <span>
        <strong className="font-semibold">Sandbox:</strong> nothing here reaches AWS
        {controls ? (
          <>
            {' · '}
            <Link href="/sandbox" className="underline underline-offset-2">
              Controls
            </Link>
          </>
        ) : null}
      </span>
    </p>
  );
}
