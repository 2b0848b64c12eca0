'use client';

import { PageError } from '@/components/layout/page-error';
import { ThemeProvider } from '@/components/layout/theme-provider';
import { mono, sans } from './fonts';
import './globals.css';

/** The last resort: the root layout itself failed, so this brings a document of its own. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        <title>This page could not be shown · Gatehouse</title>
      </head>
      <body>
        <ThemeProvider>
          <main className="flex min-h-dvh flex-col items-center justify-center">
            <PageError {...props} />
          </main>
        </ThemeProvider>
      </body>
    </html>
  );
}
