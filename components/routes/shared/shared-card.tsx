'use client';

import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Dialog } from '@/components/ui/dialog';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { Edit } from '@/lib/gateway/edits';
import type { SharedKind, SharedPart, Standing } from '@/lib/routes/model';
import type { CurrentDraft, EditActions } from '../actions';
import { useSaveEdits } from '../use-save-edits';
import { PartDialog, subjectOf } from './part-dialog';
import { partWords } from './part-words';

const draftTones = { new: 'green', changed: 'blue', removed: 'red' } as const satisfies Record<Standing, string>;

/** One kind of shared part: the list, and what one may do with it. */
export function SharedCard<Kind extends SharedKind>({
  kind,
  parts,
  actions,
  draft,
}: {
  kind: Kind;
  parts: SharedPart<Kind>[];
  /** Null: the reader may only look. */
  actions: EditActions | null;
  draft: CurrentDraft | null;
}) {
  const { title, description, none, one, summary } = partWords[kind];
  const [open, setOpen] = useState<{ edit: SharedPart<Kind> | null } | { remove: SharedPart<Kind> } | null>(null);
  const close = () => setOpen(null);
  return (
    <Card
      title={title}
      description={description}
      flush
      actions={
        actions ? (
          <Button size="sm" icon="plus" onClick={() => setOpen({ edit: null })}>
            Add {one}
          </Button>
        ) : null
      }
    >
      {parts.length === 0 ? (
        <p className="px-4 py-3 text-ink-muted text-sm">{none}</p>
      ) : (
        <Table label={title} stacked>
          <Thead>
            <Th className="sm:w-[28%]">Name</Th>
            <Th>What it does</Th>
            {kind === 'gateway-response' ? null : <Th className="w-28">Used by</Th>}
            <Th className="w-36">
              <span className="sr-only">Actions</span>
            </Th>
          </Thead>
          <tbody>
            {parts.map((part) => (
              <Tr key={part.name}>
                <Td className={cn('break-name font-mono', part.draft === 'removed' && 'text-ink-muted line-through')}>
                  {part.name}
                </Td>
                <Td className="break-name text-ink-muted text-xs">{summary(part.value)}</Td>
                {kind === 'gateway-response' ? null : (
                  <Td heading="Used by" className="whitespace-nowrap text-xs tabular-nums">
                    {part.usedBy === 1 ? '1 route' : `${part.usedBy} routes`}
                  </Td>
                )}
                <Td>
                  <span className="flex items-center justify-end gap-1">
                    {part.draft ? (
                      <Badge tone={draftTones[part.draft]}>
                        {part.draft} in #{draft?.number}
                      </Badge>
                    ) : null}
                    {actions && part.draft !== 'removed' ? (
                      <>
                        <Button
                          size="sm"
                          variant="ghost"
                          icon="pencil"
                          iconOnly
                          aria-label={`Edit ${part.name}`}
                          onClick={() => setOpen({ edit: part })}
                        />
                        <Button
                          size="sm"
                          variant="ghost"
                          icon="trash"
                          iconOnly
                          aria-label={`Delete ${part.name}`}
                          onClick={() => setOpen({ remove: part })}
                        />
                      </>
                    ) : null}
                  </span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {open && 'edit' in open && actions ? (
        <PartDialog
          kind={kind}
          part={open.edit}
          taken={parts.map(({ name }) => name)}
          actions={actions}
          draft={draft}
          onClose={close}
        />
      ) : null}
      {open && 'remove' in open && actions ? (
        <RemovePart
          kind={kind}
          name={open.remove.name}
          usedBy={open.remove.usedBy}
          actions={actions}
          draft={draft}
          onClose={close}
        />
      ) : null}
    </Card>
  );
}

function RemovePart({
  kind,
  name,
  usedBy,
  actions,
  draft,
  onClose,
}: {
  kind: SharedKind;
  name: string;
  usedBy: number;
  actions: EditActions;
  draft: CurrentDraft | null;
  onClose: () => void;
}) {
  const { save, pending, result } = useSaveEdits(actions, draft);
  const { one } = partWords[kind];
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Delete ${name}`}
      description="The deletion goes into the change set; nothing happens at AWS until that is applied."
    >
      <div className="grid gap-4">
        <FormMessage result={result} />
        {usedBy > 0 ? (
          <p className="text-sm">
            {usedBy === 1 ? 'One route uses' : `${usedBy} routes use`} it: give them another {one} first.
          </p>
        ) : (
          <p className="text-sm">No route uses it.</p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            pending={pending}
            onClick={() =>
              save([{ op: 'remove', subject: subjectOf(kind, name) } as Edit], `Delete ${one} ${name}`, onClose)
            }
          >
            Delete {one}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
