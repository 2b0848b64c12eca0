import { routeHref } from '@/components/routes/route-href';
import type { ExplainedSide } from '@/lib/explain/model';

/** Address of the editor of the side's route; null without one. The editor shows the working copy with the reader's draft. */
export function routeLink({ route }: ExplainedSide): string | null {
  return route && routeHref({ path: route.path, verb: route.verb });
}
