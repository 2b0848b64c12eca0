'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { newRouteHref, routeHref } from '../route-href';
import type { RouteLine } from './route-lines';

export interface OpenMenu {
  line: RouteLine;
  /** The button that asked for it. */
  button: HTMLElement;
}

const itemClass = 'flex h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm hover:bg-hover max-md:h-10';

const nameOf = ({ row, method }: RouteLine) => (method ? `${method.verb} ${row.path}` : row.path);

/** Opens {@link RouteMenu} for its line. */
export function RouteMenuButton({
  line,
  active,
  onOpen,
}: {
  line: RouteLine;
  active: boolean;
  onOpen: (menu: OpenMenu) => void;
}) {
  return (
    <button
      type="button"
      aria-label={`More for ${nameOf(line)}`}
      aria-haspopup="true"
      tabIndex={active ? 0 : -1}
      onClick={(event) => onOpen({ line, button: event.currentTarget })}
      className="relative z-1 inline-flex size-7 items-center justify-center rounded text-ink-subtle hover:bg-sunken hover:text-ink"
    >
      <Icon name="ellipsis" />
    </button>
  );
}

/**
 * What one may do with a line: one popover for the whole list, placed at the line's button. The browser closes it on Escape
 * and on a click elsewhere.
 */
export function RouteMenu({
  menu,
  mayEdit,
  onClose,
  onDelete,
}: {
  menu: OpenMenu;
  mayEdit: boolean;
  onClose: () => void;
  onDelete: (line: RouteLine, what: 'route' | 'path') => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const { line, button } = menu;
  const { path } = line.row;
  const verb = line.method?.verb;
  useEffect(() => {
    const popover = ref.current;
    if (!popover) return;
    const at = button.getBoundingClientRect();
    popover.showPopover();
    const { height } = popover.getBoundingClientRect();
    const below = at.bottom + 4 + height < window.innerHeight;
    popover.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - height)}px`;
    popover.style.right = `${document.documentElement.clientWidth - at.right}px`;
    popover.querySelector<HTMLElement>('a, button')?.focus();
    const closed = (event: ToggleEvent) => event.newState === 'closed' && onClose();
    popover.addEventListener('toggle', closed);
    // A list that scrolls away under its menu leaves it pointing at nothing.
    window.addEventListener('scroll', onClose, { once: true, passive: true });
    return () => {
      popover.removeEventListener('toggle', closed);
      window.removeEventListener('scroll', onClose);
      if (popover.contains(document.activeElement)) button.focus({ preventScroll: true });
    };
  }, [button, onClose]);
  const link = (href: string, icon: IconName, text: string) => (
    <li>
      <Link href={href} prefetch={false} className={itemClass}>
        <Icon name={icon} className="size-4 text-ink-subtle" />
        {text}
      </Link>
    </li>
  );
  const removal = (what: 'route' | 'path', text: string) => (
    <li>
      <button
        type="button"
        className={`${itemClass} text-red`}
        onClick={() => {
          onClose();
          onDelete(line, what);
        }}
      >
        <Icon name="trash" />
        {text}
      </button>
    </li>
  );
  return (
    <div ref={ref} popover="auto" className="fixed w-60 rounded-lg bg-raised p-1.5 shadow-raised">
      <p className="truncate px-2.5 py-1 font-mono text-ink-muted text-xs">{nameOf(line)}</p>
      <ul aria-label={`For ${nameOf(line)}`}>
        {verb ? link(routeHref({ path, verb }), mayEdit ? 'pencil' : 'search', mayEdit ? 'Edit' : 'Look at it') : null}
        {mayEdit ? (
          <>
            {verb ? link(newRouteHref({ copy: path, verb }), 'copy', 'Copy to …') : null}
            {path.endsWith('+}') ? null : link(newRouteHref({ parent: path }), 'plus', 'Add below')}
            {verb ? removal('route', `Delete ${verb}`) : null}
            {path === '/' ? null : removal('path', 'Delete the path')}
          </>
        ) : null}
      </ul>
    </div>
  );
}
