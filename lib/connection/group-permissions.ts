import { type Feature, features, featureTitles } from '@/lib/aws/iam/operations';
import type { TriedPermission } from '@/lib/aws/preflight/try-permissions';
import { withoutWords } from './without-words';

/** The permissions of one feature, the missing ones first, and what will not work. */
export interface FeaturePermissions {
  feature: Feature;
  title: string;
  permissions: TriedPermission[];
  missing: number;
  /** Sentences, each once. */
  without: string[];
}

const order: Record<TriedPermission['verdict'], number> = { missing: 0, unanswered: 1, untold: 2, permitted: 3 };

/** A preflight's result by feature, in the order of the features. Pure. */
export function groupPermissions(permissions: readonly TriedPermission[]): FeaturePermissions[] {
  return features.map((feature) => {
    const own = permissions
      .filter((each) => each.feature === feature)
      .sort((one, other) => order[one.verdict] - order[other.verdict]);
    const missing = own.filter(({ verdict }) => verdict === 'missing');
    const without = [...new Set(missing.map(({ operation }) => withoutWords(feature, operation)))];
    return { feature, title: featureTitles[feature], permissions: own, missing: missing.length, without };
  });
}
