'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SectionLinks } from './section-links';
import type { SectionBadges } from './sections';

/** The sections on narrow screens: a sheet from the left, on the browser's own dialog. */
export function MobileMenu({ badges }: { badges: SectionBadges }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <Button
        variant="ghost"
        icon="menu"
        iconOnly
        aria-label="Open navigation"
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      />
      <dialog
        ref={sheet}
        aria-label="Navigation"
        // A click on the backdrop arrives at the dialog itself.
        onPointerDown={(event) => event.target === event.currentTarget && close()}
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-line border-r bg-raised backdrop:bg-black/40"
      >
        <div className="flex h-full flex-col gap-3 p-3">
          <div className="flex items-center justify-between pl-2.5">
            <span className="font-semibold text-sm">Gatehouse</span>
            <Button variant="ghost" icon="x" iconOnly aria-label="Close navigation" onClick={close} />
          </div>
          <nav aria-label="Sections">
            <SectionLinks badges={badges} onNavigate={close} />
          </nav>
        </div>
      </dialog>
    </>
  );
}
