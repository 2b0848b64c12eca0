'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { controlClass } from '@/components/ui/input';

const pauseMs = 200;

/**
 * The search field of the list: a plain form, so that it works without script; with script the list follows the typing.
 * `kept` are the other parameters of the address.
 */
export function TenantSearch({ value, kept }: { value: string; kept: [name: string, value: string][] }) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back and Forward change the address under the field; while somebody types in it, the field is right.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search() {
    clearTimeout(timer.current);
    const query = new URLSearchParams(kept);
    const text = input.current?.value.trim() ?? '';
    if (text !== '') query.set('q', text);
    startTransition(() => router.replace(query.size === 0 ? pathname : `${pathname}?${query}`, { scroll: false }));
  }

  return (
    <search className="w-full sm:w-80">
      <form
        action={pathname}
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        {kept.map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <Icon
          name={pending ? 'loader-circle' : 'search'}
          className={cn(
            'pointer-events-none absolute top-2 left-2.5 size-4 text-ink-subtle',
            pending && 'motion-safe:animate-spin',
          )}
        />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={value}
          maxLength={200}
          aria-label="Search tenants"
          placeholder="Name, slug, hostname or contact"
          className={cn(controlClass, 'h-8 pr-2 pl-8')}
          onChange={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(search, pauseMs);
          }}
        />
      </form>
    </search>
  );
}
