'use client';

import { type ReactNode, useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

export interface DeployChoice {
  stage: string;
  /** Differences in the working copy that would go live with it, although they are not of this change set; null: nobody knows what it serves. */
  alsoShips: number | null;
  /** Tenants whose domains lead to the stage. */
  tenants: number;
  /** It serves only what was approved, and this was not. */
  needsApproval: boolean;
}

export type ApplyAction = (
  previous: null,
  input: { number: number; version: number; deployTo: string | null; description: string; expectedHash: string },
) => Promise<ActionResult<unknown>>;

/** Applies a change set to the working copy, and if wanted deploys it. */
export function ApplyDialog({
  number,
  version,
  workingHash,
  name,
  stages,
  calls,
  duration,
  disabled,
  action,
  children,
}: {
  number: number;
  version: number;
  /** Of the working copy that the review is about. */
  workingHash: string;
  name: string;
  stages: DeployChoice[];
  calls: number;
  /** "about 4 s" */
  duration: string;
  disabled: boolean;
  action: ApplyAction;
  children?: ReactNode;
}) {
  const [stage, setStage] = useState('');
  return (
    <ActionDialog
      label="Apply…"
      icon="play"
      variant="primary"
      disabled={disabled}
      title={`Apply change set #${number}`}
      description={`${calls} ${calls === 1 ? 'call' : 'calls'} to AWS, ${duration}. Should it be interrupted, it goes on by itself or can be undone.`}
      submitLabel={stage === '' ? 'Apply to the working copy' : `Apply and deploy to ${stage}`}
      action={(previous, form) =>
        action(previous, {
          number,
          version,
          deployTo: stage || null,
          description: String(form.get('description') ?? ''),
          expectedHash: workingHash,
        })
      }
    >
      {(fields) => (
        <>
          {children}
          <ChoiceGroup legend="And then?" error={fields.deployTo}>
            <ChoiceCard
              name="deployTo"
              value=""
              checked={stage === ''}
              onChange={() => setStage('')}
              label="Nothing more"
              hint="The working copy has it; tenants notice nothing until it is deployed."
            />
            {stages.map((choice) => (
              <ChoiceCard
                key={choice.stage}
                name="deployTo"
                value={choice.stage}
                checked={stage === choice.stage}
                onChange={() => setStage(choice.stage)}
                label={`Deploy to ${choice.stage}`}
                disabled={choice.needsApproval}
                hint={hintOf(choice)}
              />
            ))}
          </ChoiceGroup>
          {stage === '' ? null : (
            <Field
              name="description"
              label="Description of the deployment"
              hint="For whoever reads the history."
              error={fields.description}
            >
              {(control) => <Textarea {...control} rows={2} maxLength={1024} defaultValue={name} />}
            </Field>
          )}
        </>
      )}
    </ActionDialog>
  );
}

function hintOf({ tenants, alsoShips, needsApproval }: DeployChoice): string {
  if (needsApproval) return 'Needs approval first: ask for it on this page.';
  const reach = tenants === 1 ? 'Live within seconds for 1 tenant.' : `Live within seconds for ${tenants} tenants.`;
  if (alsoShips === null) return `${reach} What the stage serves now is not known yet.`;
  if (alsoShips === 0) return reach;
  const more = alsoShips === 1 ? '1 other difference goes' : `${alsoShips} other differences go`;
  return `${reach} ${more} live with it: the working copy has them already, the stage not yet.`;
}
