'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * What a `<details>` around it holds, made when it is opened for the first time: long lists of rows with rich details stay light. `open`:
 * it is open from the start.
 */
export function WhenOpen({ open = false, render }: { open?: boolean; render: () => ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(open);
  useEffect(() => {
    const details = place.current?.closest('details');
    if (!details || opened) return;
    const see = () => {
      if (details.open) setOpened(true);
    };
    // It may have been opened before this script ran.
    see();
    details.addEventListener('toggle', see);
    return () => details.removeEventListener('toggle', see);
  }, [opened]);
  return <div ref={place}>{opened ? render() : null}</div>;
}
