import { type IconName, iconShapes } from './icon-shapes';
import { SvgIcon } from './svg-icon';

export type { IconName };

/**
 * One icon, drawn in the colour of the text around it. Decorative unless it gets a `label`, which it needs where no text
 * says the same. `className` sets the size (`size-4` = 16 px is the default).
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return <SvgIcon shape={iconShapes[name]} label={label} className={className} />;
}
