import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { textLinkClass } from '@/components/ui/text-link';

/** On the overview while the last preflight names missing permissions. */
export function MissingNotice({
  features,
  mayOpen,
}: {
  features: { title: string; missing: number }[];
  mayOpen: boolean;
}) {
  const lacking = features.filter(({ missing }) => missing > 0);
  if (lacking.length === 0) return null;
  const count = lacking.reduce((sum, { missing }) => sum + missing, 0);
  return (
    <Notice
      tone="amber"
      icon="shield-check"
      title={`${count} AWS ${count === 1 ? 'permission is' : 'permissions are'} missing`}
      className="mb-4"
    >
      Affected: {lacking.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join(', ')}.{' '}
      {mayOpen ? (
        <Link href="/settings/connection" className={textLinkClass}>
          What is missing
        </Link>
      ) : (
        'An administrator finds them under Settings, Connection.'
      )}
    </Notice>
  );
}
