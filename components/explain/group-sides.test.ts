import { describe, expect, it } from 'vitest';
import type { ExplainedSide } from '@/lib/explain/model';
import { differenceSentences } from './difference-sentences';
import { groupSides } from './group-sides';
import { titleOfGroup } from './side-words';

const side = (key: string, title: string, comparedWith: string | null, more: Partial<ExplainedSide> = {}) =>
  ({
    key,
    title,
    comparedWith,
    stage: null,
    unknown: null,
    decision: null,
    route: null,
    checks: [],
    integration: null,
    mappings: [],
    sent: null,
    mockStatus: 200,
    refusal: null,
    answers: null,
    differences: [],
    ...more,
  }) satisfies ExplainedSide;

const prod = side('stage:prod', 'live on prod', null);
const staging = side('stage:staging', 'live on staging', 'stage:prod', { mockStatus: 201, differences: ['Other.'] });
const working = side('working', 'the working copy', 'stage:prod');
const draft = side('draft:3', 'draft #3', 'working', { answers: { ignored: null, responses: [] } });
const sides = [prod, staging, working, draft];

describe('groupSides', () => {
  it('puts sides together that do the same, also when they are no neighbours', () => {
    const groups = groupSides(sides);
    expect(groups.map(titleOfGroup)).toEqual(['Live on prod and the working copy', 'Live on staging', 'Draft #3']);
    expect(groups.map(({ differing }) => differing)).toEqual([[], ['outcome'], ['answers']]);
  });

  it('has words for what is different, also where the request comes out the same', () => {
    expect(groupSides(sides).flatMap(differenceSentences)).toEqual([
      'Live on staging: Other.',
      'Draft #3: the same comes of it as in the working copy; different is what happens to the answer.',
    ]);
  });
});
