import type { ReactNode } from 'react';

/** Names and values, two columns from 640 px on. A value of `null` shows as a dash that reads "none". */
export function DescriptionList({ items }: { items: { name: ReactNode; value: ReactNode; key?: string }[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:gap-y-2">
      {items.map((item, index) => (
        <div key={item.key ?? String(index)} className="contents">
          <dt className="text-ink-muted max-sm:mt-2 max-sm:text-xs">{item.name}</dt>
          <dd className="break-name min-w-0">
            {item.value ?? (
              <>
                <span aria-hidden="true" className="text-ink-subtle">
                  –
                </span>
                <span className="sr-only">none</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
