import { buttonClass } from '@/components/ui/button-class';
import { CopyButton } from '@/components/ui/copy-button';
import { SummaryChevron } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { ShownPolicy } from '@/lib/connection/read-policies';

/** One policy, folded: to read, to copy, to download. */
export function PolicyText({ policy: { name, json, characters, maxCharacters } }: { policy: ShownPolicy }) {
  return (
    <div className="relative rounded-md border border-line">
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md py-2 pr-24 pl-3 text-sm">
          <SummaryChevron />
          <span className="min-w-0">
            <code className="font-medium">{name}</code>
            <span className="block text-ink-muted text-xs">
              {characters.toLocaleString('en')} of {maxCharacters.toLocaleString('en')} characters
            </span>
          </span>
        </summary>
        <ScrollRegion label={`Policy ${name}`} className="max-h-96 overflow-x-auto border-line border-t bg-sunken">
          <pre className="p-3 text-xs">{json}</pre>
        </ScrollRegion>
      </details>
      <div className="absolute top-2 right-2 flex items-center gap-1">
        <CopyButton value={json} label={`policy ${name}`} className="size-7" />
        <a
          href={`data:application/json;charset=utf-8,${encodeURIComponent(`${json}\n`)}`}
          download={`${name}.json`}
          aria-label={`Download policy ${name}`}
          title={`Download policy ${name}`}
          className={buttonClass({ variant: 'ghost', size: 'sm', iconOnly: true })}
        >
          <Icon name="download" className="size-3.5" />
        </a>
      </div>
    </div>
  );
}
