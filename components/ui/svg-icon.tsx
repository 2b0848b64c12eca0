import type { IconNode } from 'lucide';
import { createElement } from 'react';
import { cn } from './cn';

/**
 * Draws one of Lucide's shapes in the colour of the text around it. For the few places that every page loads: `Icon` knows
 * all the icons in use by name, and brings all of their shapes along.
 */
export function SvgIcon({ shape, label, className }: { shape: IconNode; label?: string; className?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: decorative, or named by aria-label
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn('shrink-0', className ?? 'size-4')}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {shape.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
