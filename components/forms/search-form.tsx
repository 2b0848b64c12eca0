import Form from 'next/form';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';

/**
 * A search that is part of the address: a plain GET form, so it works without script, and without a page load with it.
 * `kept` are the other parameters of the address.
 */
export function SearchForm({
  action,
  label,
  value,
  kept = [],
  placeholder = 'Search',
}: {
  action: string;
  label: string;
  value: string;
  kept?: [string, string][];
  placeholder?: string;
}) {
  return (
    <Form action={action} role="search" scroll={false} className="relative w-52 max-w-full">
      <Icon name="search" className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-subtle" />
      {/* The key makes the field follow the address when that changes by a link. */}
      <Input
        key={value}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        className="pl-8"
      />
      {kept.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
    </Form>
  );
}
