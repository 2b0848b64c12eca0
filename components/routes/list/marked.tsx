/** Text with what a search found in it marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const wanted = words.filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return text;
  // Split by a group: every second part is a match.
  return text.split(new RegExp(`(${wanted.join('|')})`, 'i')).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <mark key={index} className="rounded-sm bg-amber-soft text-inherit">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
