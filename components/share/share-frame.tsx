import type { ReactNode } from 'react';

/** Frame of the page that customers see: no navigation, and no word of the console. */
export function ShareFrame({
  title,
  description,
  below,
  children,
}: {
  title: string;
  description?: string;
  below?: string;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto min-h-dvh w-full max-w-3xl px-4 py-8 sm:py-14">
      <header className="mb-6 sm:mb-8">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {description ? <p className="mt-1.5 text-ink-muted">{description}</p> : null}
      </header>
      <div className="grid min-w-0 gap-6 *:min-w-0">{children}</div>
      {below ? <footer className="mt-8 text-ink-subtle text-xs">{below}</footer> : null}
    </main>
  );
}
