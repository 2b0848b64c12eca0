import type { AxisName, AxisState, DomainStatus, Headline, StepName } from '@/lib/domains/model';
import type { decideCase } from '@/lib/domains/testing/decide-fixtures';

type Case = Parameters<typeof decideCase>[0];

/** One line of the table: given this, `decide` says that. */
export interface Row {
  title: string;
  given: Case;
  headline: Headline;
  axes?: Partial<Record<AxisName, AxisState>>;
  action?: StepName;
  actor?: DomainStatus['actor'];
  says?: RegExp;
}
