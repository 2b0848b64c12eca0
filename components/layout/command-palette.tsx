'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { type FoundTenant, findTenants } from './find-tenants';
import { sections } from './sections';

export interface CommandPaletteProps {
  onClose: () => void;
}

const itemClass =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent';
const groupClass =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-muted [&_[cmdk-group-heading]]:text-xs';

/** Jumps to a section or a tenant. Loaded by `CommandTrigger` on first use. */
export function CommandPalette({ onClose }: CommandPaletteProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [tenants, setTenants] = useState<FoundTenant[]>([]);
  const [state, setState] = useState<'idle' | 'searching' | 'failed'>('idle');
  const request = useRef<AbortController>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    input.current?.focus();
    // Taken out of the page, a dialog doesn't give the focus back by itself.
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);

  const type = async (text: string) => {
    setSearch(text);
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    if (!text.trim()) {
      setTenants([]);
      setState('idle');
      return;
    }
    const { signal } = controller;
    setState('searching');
    try {
      const found = await findTenants(text, signal);
      if (signal.aborted) return;
      setTenants(found);
      setState('idle');
    } catch {
      if (!signal.aborted) setState('failed');
    }
  };

  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  const wanted = search.trim().toLowerCase();
  const shown = sections.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-[12vh] mb-auto w-[calc(100vw-2rem)] max-w-lg overflow-hidden rounded-xl bg-raised shadow-raised backdrop:bg-black/40 motion-safe:animate-rise"
    >
      <Command shouldFilter={false} label="Go to" loop>
        <div className="flex items-center gap-2.5 border-line border-b px-3.5">
          <Icon name="search" className="size-4 text-ink-subtle" />
          <Command.Input
            ref={input}
            value={search}
            onValueChange={type}
            placeholder="Page, tenant or hostname"
            className="h-12 w-full bg-transparent text-base outline-none placeholder:text-ink-subtle"
          />
        </div>
        <Command.List className="max-h-80 overflow-auto p-1.5">
          <Command.Empty className="px-2.5 py-6 text-center text-ink-muted text-sm">
            {state === 'searching'
              ? 'Searching…'
              : state === 'failed'
                ? 'The search did not work. Type again.'
                : 'Nothing has this name.'}
          </Command.Empty>
          {shown.length > 0 ? (
            <Command.Group heading="Pages" className={groupClass}>
              {shown.map(({ href, label, icon }) => (
                <PaletteItem key={href} value={href} icon={icon} label={label} onSelect={() => go(href)} />
              ))}
            </Command.Group>
          ) : null}
          {tenants.length > 0 ? (
            <Command.Group heading="Tenants" className={groupClass}>
              {tenants.map(({ slug, name, hostname }) => (
                <PaletteItem
                  key={slug}
                  value={`tenant:${slug}`}
                  icon="user"
                  label={name}
                  detail={hostname ?? slug}
                  onSelect={() => go(`/tenants/${slug}`)}
                />
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </dialog>
  );
}

function PaletteItem({
  value,
  icon,
  label,
  detail,
  onSelect,
}: {
  value: string;
  icon: IconName;
  label: string;
  detail?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={itemClass}>
      <Icon name={icon} />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {detail ? <span className="min-w-0 truncate text-ink-muted text-xs">{detail}</span> : null}
    </Command.Item>
  );
}
