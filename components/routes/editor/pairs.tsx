import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useRows } from './use-rows';

/** A map from content type (or the like) to one of a few names, as rows. */
export function Pairs({
  legend,
  hint,
  keyLabel,
  valueLabel,
  pairs,
  choices,
  onChange,
}: {
  legend: string;
  hint?: string;
  keyLabel: string;
  valueLabel: string;
  pairs: Record<string, string>;
  choices: string[];
  onChange: (pairs: Record<string, string>) => void;
}) {
  const [rows, setRows] = useRows(Object.entries(pairs), (next) =>
    onChange(Object.fromEntries(next.filter(([key]) => key.trim() !== ''))),
  );
  const put = (index: number, row: [string, string]) => setRows(rows.map((old, at) => (at === index ? row : old)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? <p className="-mt-1 text-ink-muted text-xs">{hint}</p> : null}
      {rows.map(([key, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2rem] items-center gap-2">
          <Input
            mono
            aria-label={`${keyLabel} ${index + 1}`}
            placeholder={keyLabel}
            value={key}
            onChange={(event) => put(index, [event.target.value, value])}
            spellCheck={false}
          />
          <Select
            aria-label={`${valueLabel} ${index + 1}`}
            value={value}
            onChange={(event) => put(index, [key, event.target.value])}
          >
            {[...new Set([value, ...choices])].map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
          <Button
            variant="ghost"
            icon="trash"
            iconOnly
            aria-label={`Remove ${key || `row ${index + 1}`}`}
            onClick={() => setRows(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon="plus"
          disabled={choices.length === 0}
          onClick={() => setRows([...rows, [rows.length === 0 ? 'application/json' : '', choices[0] ?? '']])}
        >
          Add a {valueLabel.toLowerCase()}
        </Button>
      </div>
    </fieldset>
  );
}
