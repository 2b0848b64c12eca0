import { Badge } from '@/components/ui/badge';

/** Headers of a preview in their order, each with where it comes from; the mapped ones stand out. */
export function SentHeaders<Origin extends string>({
  headers,
  words,
}: {
  headers: readonly { name: string; value: string; origin: Origin; expression?: string }[];
  words: Record<Origin, string>;
}) {
  if (headers.length === 0) return null;
  return (
    <ul aria-label="Headers" className="grid gap-1">
      {headers.map(({ name, value, origin, expression }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, and their order is part of the message
          key={`${index} ${name}`}
          className="flex flex-wrap items-baseline gap-x-2 font-mono text-xs"
        >
          <span className="break-name min-w-0">
            <span className="font-medium">{name}</span>: {value}
          </span>
          <Badge tone={origin === 'mapped' || origin === 'template' ? 'green' : 'grey'}>
            <span title={expression}>{words[origin]}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
