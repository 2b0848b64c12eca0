'use client';

import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { defaultOf } from '@/lib/gateway/defaults';
import type { Edit } from '@/lib/gateway/edits';
import { gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import { type SubjectOf, type SubjectValues, subjectKey } from '@/lib/gateway/subjects';
import type { SharedKind, SharedPart } from '@/lib/routes/model';
import type { CurrentDraft, EditActions } from '../actions';
import { useSaveEdits } from '../use-save-edits';
import { AuthorizerFields } from './authorizer-fields';
import { checkPart } from './check-part';
import { GatewayResponseFields, ModelFields, ValidatorFields } from './other-fields';
import { partWords } from './part-words';

type Value = SubjectValues[SharedKind];

/** The form of one shared part, new or there already; it goes into the draft. */
export function PartDialog<Kind extends SharedKind>({
  kind,
  part,
  taken,
  actions,
  draft,
  onClose,
}: {
  kind: Kind;
  /** Null: a new one. */
  part: SharedPart<Kind> | null;
  /** Names that are in use. */
  taken: string[];
  actions: EditActions;
  draft: CurrentDraft | null;
  onClose: () => void;
}) {
  const free = Object.keys(gatewayResponseStatuses).filter((type) => !taken.includes(type));
  const [name, setName] = useState(part?.name ?? (kind === 'gateway-response' ? (free[0] ?? '') : ''));
  const [value, setValue] = useState<Value>(part?.value ?? defaultOf[kind]());
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { save, pending, result } = useSaveEdits(actions, draft);
  const { one } = partWords[kind];

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = checkPart(kind, name.trim(), value as SubjectValues[Kind]);
    if (part === null && taken.includes(name.trim())) found.name = 'There is one of this name already.';
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const subject = subjectOf(kind, name.trim());
    save([{ op: 'put', subject, value } as Edit], `${part ? 'Change' : 'Add'} ${one} ${name.trim()}`, onClose);
  }

  const refusal = result && !result.ok ? result.fields?.[subjectKey(subjectOf(kind, name.trim()))] : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={part ? part.name : `New ${one}`}
      description="It goes into the change set; nothing happens at AWS until that is applied."
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        {refusal ? null : <FormMessage result={result} />}
        {part === null ? (
          <Field name="name" label={kind === 'gateway-response' ? 'Error' : 'Name'} error={problems.name ?? refusal}>
            {(control) =>
              kind === 'gateway-response' ? (
                <Select {...control} value={name} onChange={(event) => setName(event.target.value)}>
                  {free.map((type) => (
                    <option key={type} value={type}>
                      {type}
                      {gatewayResponseStatuses[type] ? ` (${gatewayResponseStatuses[type]})` : ''}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  {...control}
                  mono
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  maxLength={128}
                  autoComplete="off"
                  spellCheck={false}
                />
              )
            }
          </Field>
        ) : refusal ? (
          <p role="alert" className="text-red text-sm">
            {refusal}
          </p>
        ) : null}
        <PartFields kind={kind} value={value} onChange={setValue} problems={problems} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The subject of an edit of a shared part. */
export function subjectOf(kind: SharedKind, name: string): SubjectOf<SharedKind> {
  return kind === 'gateway-response' ? { kind, type: name } : { kind, name };
}

function PartFields({
  kind,
  value,
  onChange,
  problems,
}: {
  kind: SharedKind;
  value: Value;
  onChange: (value: Value) => void;
  problems: Record<string, string>;
}) {
  switch (kind) {
    case 'authorizer':
      return <AuthorizerFields value={value as SubjectValues['authorizer']} onChange={onChange} problems={problems} />;
    case 'validator':
      return <ValidatorFields value={value as SubjectValues['validator']} onChange={onChange} problems={problems} />;
    case 'model':
      return <ModelFields value={value as SubjectValues['model']} onChange={onChange} problems={problems} />;
    case 'gateway-response':
      return (
        <GatewayResponseFields
          value={value as SubjectValues['gateway-response']}
          onChange={onChange}
          problems={problems}
        />
      );
  }
}
