import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useRows } from './use-rows';

const places = { header: 'Header', querystring: 'Query', path: 'Path' } as const;
type Place = keyof typeof places;

interface Row {
  place: Place;
  name: string;
  required: boolean;
}

const prefix = 'method.request.';

function rowsOf(parameters: Record<string, boolean>): Row[] {
  return Object.entries(parameters).map(([key, required]) => {
    const [place = 'header', ...name] = key.slice(prefix.length).split('.');
    return { place: place as Place, name: name.join('.'), required };
  });
}

function parametersOf(rows: readonly Row[]): Record<string, boolean> {
  return Object.fromEntries(
    rows
      .filter(({ name }) => name.trim() !== '')
      .map(({ place, name, required }) => [`${prefix}${place}.${name.trim()}`, required]),
  );
}

/** What of the request the method declares: mappings and validators know nothing else. */
export function DeclaredParameters({
  parameters,
  onChange,
}: {
  parameters: Record<string, boolean>;
  onChange: (parameters: Record<string, boolean>) => void;
}) {
  const [rows, setRows] = useRows(rowsOf(parameters), (next) => onChange(parametersOf(next)));
  const put = (index: number, change: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">Parameters of the request</legend>
      <p className="-mt-1 text-ink-muted text-xs">
        Mappings declare what they need by themselves. Required ones are refused when missing, if the validator looks at
        parameters.
      </p>
      {rows.map((row, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
          key={index}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto_2rem] items-center gap-2"
        >
          <Select
            aria-label={`Place of parameter ${index + 1}`}
            value={row.place}
            onChange={(event) => put(index, { place: event.target.value as Place })}
          >
            {Object.entries(places).map(([place, word]) => (
              <option key={place} value={place}>
                {word}
              </option>
            ))}
          </Select>
          <Input
            mono
            aria-label={`Name of parameter ${index + 1}`}
            placeholder="x-request-source"
            value={row.name}
            onChange={(event) => put(index, { name: event.target.value })}
            spellCheck={false}
          />
          <label className="flex items-center gap-1.5 whitespace-nowrap text-xs">
            <input
              type="checkbox"
              checked={row.required}
              onChange={(event) => put(index, { required: event.target.checked })}
              className="size-4 accent-accent"
            />
            required
          </label>
          <Button
            variant="ghost"
            icon="trash"
            iconOnly
            aria-label={`Remove ${row.name || `parameter ${index + 1}`}`}
            onClick={() => setRows(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon="plus"
          onClick={() => setRows([...rows, { place: 'header', name: '', required: false }])}
        >
          Add a parameter
        </Button>
      </div>
    </fieldset>
  );
}
