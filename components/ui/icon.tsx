import { createElement } from 'react';
import { cn } from './cn';
import { type IconName, iconShapes } from './icon-shapes';

export type { IconName };

/**
 * One icon, drawn in the colour of the text around it. Decorative unless it gets a `label`, which it needs where no text
 * says the same. `className` sets the size (`size-4` = 16 px is the default).
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
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
      {iconShapes[name].map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
