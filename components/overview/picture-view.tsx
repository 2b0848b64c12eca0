'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import type { PictureFlowProps } from './picture-flow';

/** React Flow is large and draws nothing on a server, so it is loaded here and nowhere else. */
const PictureFlow = dynamic(() => import('./picture-flow').then((module) => module.PictureFlow), {
  ssr: false,
  loading: () => <PictureSkeleton />,
});

/** The picture in a frame whose height is known before the picture is. */
export function PictureView(props: PictureFlowProps) {
  const height = Math.min(Math.max(props.picture.height * 0.9 + 80, 240), 600);
  return (
    <div style={{ height }} className="relative">
      <PictureFlow {...props} />
    </div>
  );
}

function PictureSkeleton() {
  return (
    <div className="flex h-full items-center justify-between gap-6 px-8">
      {[3, 1, 1, 3, 3].map((count, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: five columns that never move
        <div key={column} className="grid flex-1 gap-3 max-md:[&:nth-child(n+3)]:hidden">
          {Array.from({ length: count }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes that never move
            <Skeleton key={row} className="h-11" />
          ))}
        </div>
      ))}
    </div>
  );
}
