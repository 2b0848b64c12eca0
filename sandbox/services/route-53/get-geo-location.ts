import type { GetGeoLocationCommandInput, GetGeoLocationCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { findGeoLocation } from './geo-locations';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetGeoLocation.html */
export function getGeoLocation(
  _context: Context,
  input: GetGeoLocationCommandInput,
): Answer<GetGeoLocationCommandOutput> {
  const found = findGeoLocation(input);
  if (!found)
    throw new Failure('NoSuchGeoLocation', "Amazon Route 53 doesn't support the specified geographic location.", 404);
  return { GeoLocationDetails: found };
}
