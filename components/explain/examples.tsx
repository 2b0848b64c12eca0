import Link from 'next/link';
import { VerbLabel } from '@/components/routes/verb-label';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { ExampleRequest } from './example-requests';
import { explainHref } from './explain-href';

/** While nothing is asked: what one could ask, with real addresses. */
export function Examples({ examples }: { examples: ExampleRequest[] }) {
  if (examples.length === 0) {
    return (
      <Card flush>
        <EmptyState icon="scan-search" title="Where does a request go, and what does the back end get?">
          Enter a URL of a tenant, or a path such as /orders/42 that is then explained for every stage. Nothing is sent
          anywhere.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card
      title="For example"
      description="Explained from what Gatehouse knows of the gateway: nothing is sent anywhere."
      flush
    >
      <ul>
        {examples.map(({ method, url, sentence }) => (
          <li key={`${method} ${url}`} className="border-line border-b last:border-b-0">
            <Link
              href={explainHref({ method, url })}
              prefetch={false}
              className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 md:grid-cols-[3rem_minmax(0,3fr)_minmax(0,2fr)_1rem]"
            >
              <VerbLabel verb={method} />
              <code className="break-name">{url}</code>
              <span className="text-ink-muted text-sm max-md:col-start-2">{sentence}</span>
              <Icon name="chevron-right" className="size-4 self-center text-ink-subtle max-md:hidden" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
