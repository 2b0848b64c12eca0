import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';

/** Downloads of what the filter leaves. Plain links: a download is no page to go to. */
export function ExportLinks({ query }: { query: string }) {
  const href = (format: string) => `/api/audit?format=${format}${query ? `&${query}` : ''}`;
  return (
    <div className="flex flex-wrap gap-2">
      <a href={href('csv')} download className={buttonClass({ size: 'sm' })}>
        <Icon name="download" className="size-3.5" />
        CSV
      </a>
      <a href={href('jsonl')} download className={buttonClass({ size: 'sm' })}>
        <Icon name="download" className="size-3.5" />
        JSON Lines
      </a>
    </div>
  );
}
