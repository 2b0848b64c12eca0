import { StatusBadge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { type SideGroup, type SidePart, sideParts } from './group-sides';
import { SidePartView } from './side-part';
import { outcomeLook, titleOfGroup } from './side-words';

/** Classes by the number of columns; what has no line here, has two. */
const columns: Record<number, string> = { 1: '', 3: 'xl:grid-cols-3' };
const frame = 'mb-4 min-w-0 overflow-hidden rounded-lg border border-line bg-surface';

/** The sides in columns, part beside part; below each other on narrow screens. */
export function ExplainedSides({ groups }: { groups: SideGroup[] }) {
  return (
    <div className={cn('-mb-4 grid gap-x-4', columns[groups.length] ?? 'lg:grid-cols-2')}>
      {groups.map((group) =>
        groups.length === 1 ? (
          <OnlySide key={group.sides[0].key} group={group} />
        ) : (
          <SideColumn key={group.sides[0].key} group={group} />
        ),
      )}
    </div>
  );
}

/** Parts of the columns share their rows, so that one reads across. */
function SideColumn({ group }: { group: SideGroup }) {
  return (
    <section aria-label={titleOfGroup(group)} className={cn(frame, 'row-span-7 grid grid-rows-subgrid')}>
      <Head group={group} />
      {sideParts.map((part, index) => (
        <SidePartView key={part} group={group} part={part} style={{ gridRow: index + 2 }} className="last:border-b-0" />
      ))}
    </section>
  );
}

const gatewaySide: readonly SidePart[] = ['route', 'checks', 'backEnd', 'mappings'];
const backEndSide: readonly SidePart[] = ['outcome', 'answers'];

/** All sides do the same: what the gateway does on the left, what the back end gets on the right. */
function OnlySide({ group }: { group: SideGroup }) {
  return (
    <section aria-label={titleOfGroup(group)} className={frame}>
      <Head group={group} />
      <div className="grid lg:grid-cols-2">
        {[gatewaySide, backEndSide].map((parts) => (
          <div
            key={parts[0]}
            className="min-w-0 border-line not-last:max-lg:border-b not-last:lg:border-r [&>*:last-child]:border-b-0"
          >
            {parts.map((part) => (
              <SidePartView key={part} group={group} part={part} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Head({ group }: { group: SideGroup }) {
  const [side] = group.sides;
  const { tone, icon, word } = outcomeLook(side);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5">
        <h2 className="min-w-0 flex-1 basis-40 font-semibold text-sm">{titleOfGroup(group)}</h2>
        <StatusBadge tone={tone} icon={icon} still>
          {word}
        </StatusBadge>
      </div>
      {side.unknown === null ? null : <p className="px-4 py-3 text-ink-muted text-sm">{side.unknown}</p>}
    </>
  );
}
