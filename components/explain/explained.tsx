import { ExplainedSides } from './explained-sides';
import { groupSides } from './group-sides';
import { InShort } from './in-short';
import type { Explanation, Extras, TestAction } from './model';
import { testRequestOf } from './test-request-of';
import { TestRoute } from './test-route';
import { WayToStage } from './way-to-stage';

/** All about one request, from its host to its back end. */
export function Explained({
  explanation,
  extras,
  stages,
  test,
}: {
  explanation: Explanation;
  /** What it was explained with, besides method and URL. */
  extras: Extras;
  stages: string[];
  test: TestAction | null;
}) {
  const { explained, command } = explanation;
  const groups = groupSides(explained.sides);
  const working = explained.sides.find(({ key }) => key === 'working');
  const request = testRequestOf(explained, extras);
  return (
    <section aria-label="Explanation" className="grid min-w-0 gap-5">
      <section aria-label="In short" className="min-w-0">
        <InShort explained={explained} extras={extras} groups={groups} command={command} />
      </section>
      <section aria-label="From the host to the stage" className="min-w-0">
        <WayToStage explained={explained} />
      </section>
      {groups.length > 0 ? <ExplainedSides groups={groups} /> : null}
      {explained.sides.length > 0 ? (
        <section aria-label="Test it for real" className="min-w-0">
          <TestRoute
            request={request}
            isMock={working?.integration?.type === 'MOCK'}
            stages={stages}
            stage={explained.host?.stage ?? null}
            action={test}
          />
        </section>
      ) : null}
    </section>
  );
}
