import type { Collections } from '../model';
import { defaultRegion } from '../scope';

type RecordSet = Collections['recordSets'];

/** Where the sandbox stands: the state and country of its region; from the nearest place to the widest. */
const places = [
  { CountryCode: 'US', SubdivisionCode: 'VA' },
  { CountryCode: 'US' },
  { ContinentCode: 'NA' },
  { CountryCode: '*' },
];
const maxAnswers = 8;

/** Of several sets of one name, those which answer this time, by their routing policies; the sandbox takes all for healthy. */
export function routeRecordSets(sets: RecordSet[]): RecordSet[] {
  if (sets.every((set) => set.SetIdentifier === undefined)) return sets;
  const types = [...new Set(sets.map((set) => set.Type))];
  return types.flatMap((type) => choose(sets.filter((set) => set.Type === type)));
}

function choose(sets: RecordSet[]): RecordSet[] {
  const [first] = sets;
  if (!first) return [];
  if (first.Weight !== undefined) return byWeight(sets);
  if (first.Region) return [sets.find((set) => set.Region === defaultRegion) ?? first];
  if (first.Failover) return [sets.find((set) => set.Failover === 'PRIMARY') ?? first];
  if (first.GeoLocation) return byPlace(sets);
  if (first.GeoProximityLocation)
    return [sets.find((set) => set.GeoProximityLocation?.AWSRegion === defaultRegion) ?? first];
  return first.MultiValueAnswer ? shuffled(sets).slice(0, maxAnswers) : sets;
}

/** By weight, all of them 0 being equal. */
function byWeight(sets: RecordSet[]): RecordSet[] {
  const isEqual = sets.every((set) => !set.Weight);
  const weights = sets.map((set) => (isEqual ? 1 : (set.Weight ?? 0)));
  let left = Math.random() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = sets.find((_set, index) => {
    left -= weights[index] ?? 0;
    return left < 0;
  });
  return chosen ? [chosen] : [];
}

/** The set for the smallest place that holds the sandbox; nothing when none does, not even the default. */
function byPlace(sets: RecordSet[]): RecordSet[] {
  for (const place of places) {
    const found = sets.find(
      ({ GeoLocation: geo }) =>
        geo?.ContinentCode === place.ContinentCode &&
        geo?.CountryCode === place.CountryCode &&
        geo?.SubdivisionCode === place.SubdivisionCode,
    );
    if (found) return [found];
  }
  return [];
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
