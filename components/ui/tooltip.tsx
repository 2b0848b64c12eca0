'use client';

import { type ReactNode, useId, useRef } from 'react';

/**
 * A short explanation on hover and focus, in the browser's top layer so that no table cuts it off; Escape hides it.
 * Extra only: what a reader must know stands on the page. The child stays what it is; wrap something focusable, or the
 * wrapper becomes focusable itself with `focusable`.
 */
export function Tooltip({
  text,
  children,
  focusable = false,
}: {
  text: ReactNode;
  children: ReactNode;
  focusable?: boolean;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const show = () => {
    const box = anchor.current?.getBoundingClientRect();
    const element = tip.current;
    if (!box || !element || element.matches(':popover-open')) return;
    element.showPopover();
    const left = box.left + box.width / 2 - element.offsetWidth / 2;
    const above = box.top - element.offsetHeight - 6;
    element.style.left = `${Math.max(8, Math.min(left, window.innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${above > 8 ? above : box.bottom + 6}px`;
  };
  const hide = () => {
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; what is inside is what one operates
    <span
      ref={anchor}
      aria-describedby={id}
      tabIndex={focusable ? 0 : undefined}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
      className="inline-flex min-w-0 items-center rounded-sm"
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="pointer-events-none fixed max-w-xs rounded-md border border-line bg-raised px-2 py-1 text-ink text-xs shadow-raised"
      >
        {text}
      </span>
    </span>
  );
}
