'use client';

import dynamic from 'next/dynamic';
import { type CSSProperties, useSyncExternalStore } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { PictureFlowProps } from './picture-flow';
import { PictureList } from './picture-list';

/** React Flow is large and draws nothing on a server, so it is loaded here and nowhere else. */
const PictureFlow = dynamic(() => import('./picture-flow').then((module) => module.PictureFlow), {
  ssr: false,
  loading: () => <PictureSkeleton />,
});

/** Tailwind's `md`. Below it the picture would be too small to read, and a trap for the scrolling finger. */
const wide = '(width >= 48rem)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The picture in a frame whose height is known before the picture is; on narrow screens a list of the same. */
export function PictureView(props: PictureFlowProps) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => false,
  );
  const height = Math.min(Math.max(props.picture.height * 0.88 + 56, 220), 620);
  return (
    <>
      <div style={{ '--height': `${height}px` } as CSSProperties} className="relative h-(--height) max-md:hidden">
        {isWide ? <PictureFlow {...props} /> : <PictureSkeleton />}
      </div>
      <div className="md:hidden">
        <PictureList {...props} />
      </div>
    </>
  );
}

function PictureSkeleton() {
  return (
    <div className="flex h-full items-center justify-between gap-6 px-8">
      {[3, 1, 1, 3, 3].map((count, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: five columns that never move
        <div key={column} className="grid flex-1 gap-3">
          {Array.from({ length: count }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes that never move
            <Skeleton key={row} className="h-11" />
          ))}
        </div>
      ))}
    </div>
  );
}
