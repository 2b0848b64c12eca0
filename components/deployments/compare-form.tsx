import Form from 'next/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

/** Chooses the two sides; a plain GET form, so that a comparison is an address to share. */
export function CompareForm({
  left,
  right,
  sides,
}: {
  left: string;
  right: string;
  sides: { value: string; label: string }[];
}) {
  const swap = `/deployments/compare?${new URLSearchParams({ left: right, right: left })}`;
  return (
    <Form
      action="/deployments/compare"
      scroll={false}
      className="mb-5 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto]"
    >
      <Side key={`left ${left}`} name="left" label="From" value={left} sides={sides} />
      <ButtonLink href={swap} icon="arrow-left-right" iconOnly aria-label="Swap the sides" />
      <Side key={`right ${right}`} name="right" label="To" value={right} sides={sides} />
      <SubmitButton>Compare</SubmitButton>
    </Form>
  );
}

function Side({
  name,
  label,
  value,
  sides,
}: {
  name: string;
  label: string;
  value: string;
  sides: { value: string; label: string }[];
}) {
  const known = sides.some((side) => side.value === value);
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} defaultValue={value}>
          {known ? null : <option value={value}>{value}</option>}
          {sides.map((side) => (
            <option key={side.value} value={side.value}>
              {side.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
