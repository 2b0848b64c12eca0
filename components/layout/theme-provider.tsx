'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import { type ReactNode, useState } from 'react';

/**
 * Light or dark by the system until the reader chooses; the choice is kept in this browser. `nonce`: of the answer that brought
 * the document, which also holds when the layout is rendered anew.
 */
export function ThemeProvider({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  const [first] = useState(nonce);
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={first}>
      {children}
    </NextThemes>
  );
}
