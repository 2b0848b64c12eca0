import type { WantedRecord } from '@/lib/doctor/facts';
import { relativeName } from '@/lib/doctor/relative-name';

/** A place where a record ends up by a common mistake (facts 11.4). */
interface Slip {
  code: 'doubled-suffix' | 'label-dropped' | 'label-doubled' | 'underscore-missing' | 'txt-instead-of-cname';
  name: string;
  type: 'CNAME' | 'TXT';
  /** What happened, as a sentence about "the record". */
  sentence: string;
}

/** Where else to look for a CNAME that is not at its place. Pure. `zone` is the zone that the name belongs to. */
export function slipsOf({ name, type }: Pick<WantedRecord, 'name' | 'type'>, zone: string): Slip[] {
  if (type !== 'CNAME' || name === zone || !name.endsWith(`.${zone}`)) return [];
  const relative = relativeName(name, zone);
  const labels = relative.split('.');
  const [first = ''] = labels;
  const slips: Slip[] = [
    {
      code: 'doubled-suffix',
      name: `${name}.${zone}`,
      type: 'CNAME',
      sentence: `The record stands at ${name}.${zone}: the provider's panel appends ${zone} by itself, and the name was entered with it.`,
    },
    {
      code: 'txt-instead-of-cname',
      name,
      type: 'TXT',
      sentence: 'The record was made with the type TXT, but has to be a CNAME.',
    },
  ];
  if (labels.length > 1) {
    slips.push({
      code: 'label-dropped',
      name: `${first}.${zone}`,
      type: 'CNAME',
      sentence: `The record stands at ${first}.${zone}, which is the wrong level: the part ${labels.slice(1).join('.')} of its name is missing.`,
    });
    // In a zone of their own, `_x.shop` was entered where `_x` would have been right; or the other way round.
    slips.push({
      code: 'label-doubled',
      name: `${relative}.${labels.slice(1).join('.')}.${zone}`,
      type: 'CNAME',
      sentence: `The record stands at ${relative}.${labels.slice(1).join('.')}.${zone}, which is the wrong level: the part ${labels.slice(1).join('.')} of its name is there twice.`,
    });
  } else {
    // The zone is the hostname itself, delegated: the name was entered as the zone above would want it.
    const [own = ''] = zone.split('.');
    slips.push({
      code: 'label-doubled',
      name: `${first}.${own}.${zone}`,
      type: 'CNAME',
      sentence: `The record stands at ${first}.${own}.${zone}, which is the wrong level: the part ${own} of its name is there twice.`,
    });
  }
  if (first.startsWith('_')) {
    slips.push({
      code: 'underscore-missing',
      name: name.slice(1),
      type: 'CNAME',
      sentence: `The record stands at ${name.slice(1)}: the underscore at the beginning of its name is missing.`,
    });
  }
  return slips;
}
