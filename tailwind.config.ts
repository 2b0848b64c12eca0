import type { Config } from 'tailwindcss';

/** Every colour is a CSS variable of `app/globals.css`, which has one set for light and one for dark. */
const token = (name: string) => `var(--${name})`;
const tone = (name: string) => ({
  DEFAULT: token(name),
  soft: token(`${name}-soft`),
  line: token(`${name}-line`),
});

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: 'class',
  theme: {
    extend: {
      colors: {
        /** Grounds, from the page up. */
        canvas: token('canvas'),
        surface: token('surface'),
        raised: token('raised'),
        sunken: token('sunken'),
        hover: token('hover'),
        /** Thin borders; `control` outlines things one can operate. */
        line: { DEFAULT: token('line'), strong: token('line-strong'), control: token('line-control') },
        /** Text, from loud to quiet; all three pass AA on every ground. */
        ink: { DEFAULT: token('ink'), muted: token('ink-muted'), subtle: token('ink-subtle') },
        accent: { ...tone('accent'), strong: token('accent-strong'), ink: token('accent-ink') },
        /** Tones of a status: live, working, waiting, broken, needs operator, unknown. */
        green: tone('green'),
        blue: tone('blue'),
        amber: tone('amber'),
        red: tone('red'),
        violet: tone('violet'),
        grey: tone('grey'),
        focus: token('focus'),
      },
      fontFamily: {
        sans: ['var(--font-geist-sans)', 'ui-sans-serif', 'system-ui', 'sans-serif'],
        mono: ['var(--font-geist-mono)', 'ui-monospace', 'monospace'],
      },
      fontSize: {
        '2xs': ['0.6875rem', { lineHeight: '1rem' }],
        xs: ['0.75rem', { lineHeight: '1rem' }],
        sm: ['0.8125rem', { lineHeight: '1.25rem' }],
        base: ['0.875rem', { lineHeight: '1.375rem' }],
        lg: ['1rem', { lineHeight: '1.5rem' }],
        xl: ['1.25rem', { lineHeight: '1.75rem' }],
        '2xl': ['1.5rem', { lineHeight: '2rem' }],
      },
      borderRadius: { sm: '4px', DEFAULT: '6px', md: '6px', lg: '8px', xl: '12px' },
      boxShadow: { raised: token('shadow-raised'), card: token('shadow-card') },
    },
  },
} satisfies Config;
