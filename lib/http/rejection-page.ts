import type { Rejection } from '@/lib/http/admit-request';

/** A page that needs nothing else, for who sent a form without script. The sentence is one of ours and holds no markup. */
export function rejectionPage({ sentence }: Rejection): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Nothing was done - Gatehouse</title>
</head>
<body>
<main>
<h1>Nothing was done</h1>
<p>${sentence}</p>
<p>Go back in your browser to what you wrote. <a href="/">To the console</a></p>
</main>
</body>
</html>
`;
}

/** A page that was asked for by a browser, rather than by a script of ours or another program. */
export function wantsPage(header: (name: string) => string | null): boolean {
  return header('next-action') === null && (header('accept') ?? '').includes('text/html');
}

/** Of an error in the browser: the sentence by which a body was turned away, which Next.js hands on as the error's text; else null. */
export function tooLargeSentence(error: unknown): string | null {
  const text = error instanceof Error ? error.message.trim() : '';
  return /^This is too large: \d+ (kB|MB) at most, so nothing was done\.$/.test(text) ? text : null;
}
