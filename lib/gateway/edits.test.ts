import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { canonicalise } from './canonicalise';
import { diff } from './diff';
import { differenceKey } from './difference-key';
import { editSchema } from './edit-schema';
import { editsOf } from './edits-of';
import { integrationTypes, type Snapshot } from './model';
import { rebase } from './rebase';
import { sentenceOf } from './sentence-of';
import { squash } from './squash';
import { snapshot, snapshotPair } from './testing/arbitraries';

const between = (from: Snapshot, to: Snapshot) => editsOf(diff(from, to).differences);

describe('properties of snapshots', () => {
  it('canonicalising twice changes nothing, also not the order of keys', () => {
    fc.assert(
      fc.property(snapshot(), (gateway) => {
        expect(JSON.stringify(canonicalise(gateway))).toBe(JSON.stringify(gateway));
      }),
    );
  });

  it('are generated with every type of integration', () => {
    const seen = new Set<string>();
    for (const { resources } of fc.sample(snapshot(), 100)) {
      for (const { methods } of Object.values(resources)) {
        for (const { integration } of Object.values(methods)) {
          if (!integration) continue;
          seen.add(integration.type).add(integration.connectionType).add(integration.responseTransferMode);
          if (integration.integrationTarget) seen.add('v2');
        }
      }
    }
    expect([...seen].sort()).toEqual([...integrationTypes, 'BUFFERED', 'INTERNET', 'STREAM', 'VPC_LINK', 'v2'].sort());
  });
});

describe('properties of edits', () => {
  it('the edits of a difference make it, in JSON to the letter, once and twice', () => {
    fc.assert(
      fc.property(snapshot(), snapshot(), (a, b) => {
        const edits = between(a, b);
        const once = applyEdits(a, edits);
        expect(JSON.stringify(once)).toBe(JSON.stringify(b));
        expect(applyEdits(once, edits)).toEqual(b);
      }),
    );
  });

  it('nothing differs from itself, and edits of nothing change nothing', () => {
    fc.assert(
      fc.property(snapshot(), (a) => {
        expect(diff(a, structuredClone(a)).differences).toEqual([]);
        expect(applyEdits(a, [])).toBe(a);
      }),
    );
  });

  it('squashing changes the edits, not what they do, and a second time nothing', () => {
    fc.assert(
      fc.property(snapshot(), snapshot(), snapshot(), (a, b, c) => {
        const edits = [...between(a, b), ...between(b, c)];
        const squashed = squash(a, edits);
        expect(applyEdits(a, squashed)).toEqual(applyEdits(a, edits));
        expect(squash(a, squashed)).toEqual(squashed);
      }),
    );
  });

  it('every difference has its own key and a sentence, and its edit passes the schema', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before, after }) => {
        const { differences } = diff(before, after);
        expect(new Set(differences.map(differenceKey)).size).toBe(differences.length);
        for (const difference of differences) {
          expect(sentenceOf(difference)).toMatch(/^\S.*\S$/);
          expect(sentenceOf(difference)).not.toMatch(/undefined|null|\[object/);
        }
        for (const edit of editsOf(differences)) expect(editSchema.parse(edit)).toEqual(edit);
      }),
    );
  });
});

describe('properties of rebase', () => {
  it('keeps all where nobody else changed anything', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before, after }) => {
        const edits = between(before, after);
        expect(rebase(before, before, edits)).toEqual({ edits, conflicts: [], done: [] });
      }),
    );
  });

  it('has nothing left where somebody did all of it', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before, after }) => {
        const edits = between(before, after);
        expect(rebase(before, after, edits)).toEqual({ edits: [], conflicts: [], done: edits });
      }),
    );
  });

  it('loses no edit, keeps what others did elsewhere, and makes what is needed', () => {
    fc.assert(
      fc.property(snapshotPair(), snapshot(), ({ before, after: theirs }, other) => {
        const mine = between(before, applyEdits(before, between(before, other).slice(0, 20)));
        const { edits, conflicts, done } = rebase(before, theirs, mine);
        expect([...edits, ...done, ...conflicts.map(({ edit }) => edit)]).toHaveLength(mine.length);
        const rebased = applyEdits(theirs, edits);
        // What is needed holds afterwards: it is done then.
        expect(rebase(before, rebased, edits).edits).toEqual([]);
        // And nothing but it: the way back to theirs is made of its places alone.
        const touched = new Set(edits.flatMap(({ subject }) => ('path' in subject ? [subject.path] : [subject.kind])));
        for (const { subject } of diff(theirs, rebased).differences) {
          const place = 'path' in subject ? subject.path : subject.kind;
          expect([...touched].some((each) => place === each || place.startsWith(each) || each.startsWith(place))).toBe(
            true,
          );
        }
      }),
    );
  });
});
