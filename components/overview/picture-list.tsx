import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { Picture } from '@/lib/overview/place-columns';
import { NodeContent, nodeBoxClass } from './picture-node-content';

/** The picture for narrow screens: its columns one under the other, in the order in which a request passes them. */
export function PictureList({ picture, links }: { picture: Picture; links: Record<string, string> }) {
  return (
    <ol aria-label="The shared gateway, from domains to back ends" className="grid gap-2 p-4">
      {picture.titles
        .map(({ title, x }) => ({ title, nodes: picture.nodes.filter((node) => node.x === x) }))
        .map(({ title, nodes }, index) => (
          <li key={title}>
            <p className="mb-1.5 flex items-center gap-1.5 font-medium text-ink-muted text-xs">
              {index > 0 ? <Icon name="chevron-down" className="size-3.5" /> : null}
              {title}
            </p>
            <ul className="grid grid-cols-2 gap-2">
              {nodes.map((node) => {
                const href = links[node.id];
                const className = cn('min-h-12 py-1', nodeBoxClass(node, href));
                return (
                  <li
                    key={node.id}
                    className={cn('min-w-0', node.kind === 'domain' ? 'col-span-2' : 'last:odd:col-span-2')}
                  >
                    {href ? (
                      <Link href={href} scroll={node.kind !== 'group'} className={className}>
                        <NodeContent node={node} wrap />
                      </Link>
                    ) : (
                      <div className={className}>
                        <NodeContent node={node} wrap />
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
    </ol>
  );
}
