import type { Facts } from '@/lib/doctor/facts';
import type { CheckName, Evidence, Finding, FixIt } from '@/lib/doctor/model';
import type { Actor } from '@/lib/domains/model';
import { customerMessage } from './customer-message';

/** A check: what the facts say about one question. At least one finding; `ok` and `skipped` stand alone. */
export type Check = (facts: Facts) => Finding[];

interface Told {
  code: string;
  sentence: string;
  evidence?: Evidence[];
}

export interface Trouble extends Told {
  /** `nobody` only where waiting is all there is to do. */
  actor: Actor;
  fix: string;
  fixIt?: FixIt | null;
}

/** Makes the findings of one check. What somebody has to do demands who and what by its type. */
export function findingsOf(check: CheckName, facts: Facts) {
  const quiet =
    (state: 'ok' | 'unknown' | 'skipped') =>
    ({ code, sentence, evidence = [] }: Told): Finding => ({
      check,
      code,
      state,
      sentence,
      fix: null,
      actor: 'nobody',
      evidence,
      message: null,
      fixIt: null,
    });
  const loud =
    (state: 'problem' | 'warning') =>
    ({ code, sentence, evidence = [], actor, fix, fixIt = null }: Trouble): Finding => ({
      check,
      code,
      state,
      sentence,
      fix,
      actor,
      evidence,
      message: actor === 'tenant' ? customerMessage(facts.unicode, sentence, fix) : null,
      fixIt,
    });
  return {
    ok: quiet('ok'),
    unknown: quiet('unknown'),
    skipped: quiet('skipped'),
    problem: loud('problem') as (trouble: Trouble & { actor: Exclude<Actor, 'nobody'> }) => Finding,
    warning: loud('warning'),
  };
}

/** Whose turn it is with the records of the name's own zone. */
export function zoneActor(facts: Facts): 'us' | 'tenant' {
  return facts.home.zoneId !== null ? 'us' : 'tenant';
}
