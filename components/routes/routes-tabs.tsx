import { SegmentLinks } from '@/components/ui/segment-links';

const pages = [
  { label: 'Routes', href: '/routes' },
  { label: 'Shared parts', href: '/routes/shared' },
  { label: 'API settings', href: '/routes/settings' },
] as const;

/** The pages about what the gateway does. */
export function RoutesTabs({ current }: { current: (typeof pages)[number]['href'] }) {
  return (
    <div className="mb-4">
      <SegmentLinks
        label="Parts of the gateway"
        items={pages.map((page) => ({ ...page, current: page.href === current }))}
      />
    </div>
  );
}
