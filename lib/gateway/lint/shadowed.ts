import { verbs } from '@/lib/gateway/model';
import { finding, type Rule } from './rule';

/** ANY where every verb has a method of its own. */
export const shadowed: Rule = ({ snapshot }) =>
  Object.entries(snapshot.resources)
    .filter(([, { methods }]) => verbs.every((verb) => methods[verb]))
    .map(([path]) => {
      const sentence = 'it never gets a request: every verb has a method of its own.';
      return finding('shadowed-method', 'hint', { kind: 'method', path, verb: 'ANY' }, sentence, 'Delete it.');
    });
