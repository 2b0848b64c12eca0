'use client';

import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonSize } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';

const formats = [
  { as: 'json', title: 'JSON' },
  { as: 'yaml', title: 'YAML' },
] as const;

/** Downloads the gateway as an OpenAPI document. The browser's own popover: it closes on Escape and on a click elsewhere. */
export function ExportMenu({
  of,
  what,
  size,
}: {
  /** `working` or `stage:prod`. */
  of: string;
  /** The same for people. */
  what: string;
  size?: ButtonSize;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** Below the button, inside the window. */
  function place() {
    const at = anchor.current?.getBoundingClientRect();
    if (!at || !menu.current) return;
    const width = document.documentElement.clientWidth;
    menu.current.style.top = `${at.bottom + 4}px`;
    menu.current.style.left = `${Math.max(8, Math.min(at.left, width - 248))}px`;
  }
  return (
    <>
      <span ref={anchor} className="inline-flex">
        <Button size={size} icon="download" popoverTarget={id} aria-label={`Export ${what}`}>
          Export
        </Button>
      </span>
      <div
        ref={menu}
        id={id}
        popover="auto"
        onBeforeToggle={place}
        className="fixed w-60 rounded-lg bg-raised p-1.5 shadow-raised"
      >
        <p className="px-2.5 py-1 text-ink-muted text-xs">
          {what}, as an OpenAPI 3.0 document with API Gateway's extensions
        </p>
        <ul aria-label={`Export ${what}`}>
          {formats.map(({ as, title }) => (
            <li key={as}>
              <a
                href={`/api/openapi?${new URLSearchParams({ of, as })}`}
                download
                onClick={() => menu.current?.hidePopover()}
                className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm hover:bg-hover max-md:h-10"
              >
                <Icon name="file-code" className="size-4 text-ink-subtle" />
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
