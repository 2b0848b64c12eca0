import type { ListGeoLocationsCommandInput, ListGeoLocationsCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { geoLocations } from './geo-locations';
import { pageSize } from './max-items';
import { invalidInput } from './refusals';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListGeoLocations.html: begins at the first place not before the one asked for. */
export function listGeoLocations(
  _context: Context,
  input: ListGeoLocationsCommandInput,
): Answer<ListGeoLocationsCommandOutput> {
  const { StartContinentCode, StartCountryCode, StartSubdivisionCode } = input;
  if (StartContinentCode && StartCountryCode)
    throw invalidInput('The input includes both StartContinentCode and StartCountryCode.');
  if (StartSubdivisionCode && !StartCountryCode)
    throw invalidInput('The input includes StartSubdivisionCode but not StartCountryCode.');
  const size = pageSize(input.MaxItems, 100);
  const start = placeOf(StartContinentCode, StartCountryCode, StartSubdivisionCode);
  const places = geoLocations.filter(
    ({ ContinentCode, CountryCode, SubdivisionCode }) => placeOf(ContinentCode, CountryCode, SubdivisionCode) >= start,
  );
  const next = places[size];
  return {
    GeoLocationDetailsList: places.slice(0, size),
    IsTruncated: next !== undefined,
    ...(next?.ContinentCode ? { NextContinentCode: next.ContinentCode } : {}),
    ...(next?.CountryCode ? { NextCountryCode: next.CountryCode } : {}),
    ...(next?.SubdivisionCode ? { NextSubdivisionCode: next.SubdivisionCode } : {}),
    MaxItems: size,
  };
}

/** Sorts as the list is sorted: continents last. */
function placeOf(continent: string | undefined, country = '', subdivision = ''): string {
  return continent !== undefined ? `~${continent}` : `${country} ${subdivision}`;
}
