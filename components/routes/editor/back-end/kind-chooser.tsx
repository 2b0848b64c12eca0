import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type IntegrationKind, integrationKinds } from '@/lib/integrations/kinds';
import { integrationForms } from '@/lib/integrations/registry';
import { kindLooks } from '../../kind-looks';

/** What kind of back end the route calls. */
export function KindChooser({
  value,
  onChange,
}: {
  value: IntegrationKind | null;
  onChange: (kind: IntegrationKind) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">What it calls</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4 xl:grid-cols-7">
        {integrationKinds.map((kind) => (
          <label
            key={kind}
            title={integrationForms[kind].sentence}
            className={cn(
              'flex min-w-0 items-center gap-2 rounded-lg border border-line-strong bg-surface px-2.5 py-2 text-sm hover:border-line-control',
              'has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus',
            )}
          >
            <input
              type="radio"
              name="kind"
              checked={value === kind}
              onChange={() => onChange(kind)}
              className="sr-only"
            />
            <Icon
              name={kindLooks[kind].icon}
              className={value === kind ? 'size-4 text-accent' : 'size-4 text-ink-subtle'}
            />
            <span className="min-w-0 truncate font-medium">{kindLooks[kind].word}</span>
          </label>
        ))}
      </div>
      {value === null ? null : <p className="mt-2 text-ink-muted text-xs">{integrationForms[value].sentence}</p>}
    </fieldset>
  );
}
