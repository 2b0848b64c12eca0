const box =
  'max-h-80 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-sunken px-2.5 py-1.5 text-xs';

/** A body or a log, as it is; JSON in lines. */
export function BodyText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1)
    <pre tabIndex={0} className={box}>
      {pretty(text)}
    </pre>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
