'use client';

import { useTheme } from 'next-themes';
import { useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';

const choices: { value: string; label: string; icon: IconName }[] = [
  { value: 'system', label: 'System', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];

/** System, light or dark, as three radio buttons in a row. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server can't know the choice; nothing is marked until the browser has taken over.
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    <fieldset>
      <legend className="mb-1.5 px-1 text-ink-muted text-xs">Theme</legend>
      <div className="grid grid-cols-3 gap-1">
        {choices.map(({ value, label, icon }) => (
          <label
            key={value}
            className={cn(
              'flex flex-col items-center gap-1 rounded-md border border-transparent px-2 py-1.5 text-ink-muted text-xs hover:bg-hover',
              'has-[:checked]:border-accent-line has-[:checked]:bg-accent-soft has-[:checked]:text-ink has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus',
            )}
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={mounted && theme === value}
              onChange={() => setTheme(value)}
              className="sr-only"
            />
            <Icon name={icon} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
