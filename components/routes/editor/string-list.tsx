import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { useRows } from './use-rows';

/** A list of short texts, one a line. Stored sorted and each once, as snapshots have them. */
export function StringList({
  name,
  label,
  hint,
  values,
  onChange,
  error,
  placeholder,
  required = false,
}: {
  name: string;
  label: string;
  hint?: string;
  values: string[];
  onChange: (values: string[]) => void;
  error?: string | null;
  placeholder?: string;
  /** Otherwise it says that it is optional. */
  required?: boolean;
}) {
  const [text, setText] = useRows(values.join('\n'), (next) =>
    onChange([...new Set(next.split(/[\s,]+/).filter(Boolean))].sort()),
  );
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={!required}>
      {(control) => (
        <Textarea
          {...control}
          rows={Math.max(2, text.split('\n').length)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={placeholder}
          spellCheck={false}
          className="font-mono"
        />
      )}
    </Field>
  );
}
