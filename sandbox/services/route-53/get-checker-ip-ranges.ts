import type { GetCheckerIpRangesCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';

/** As AWS's list of its addresses names them, service ROUTE53_HEALTHCHECKS. */
const ranges = `15.177.0.0/18 54.183.255.128/26 54.228.16.0/26 54.232.40.64/26 54.241.32.64/26 54.243.31.192/26
  54.244.52.192/26 54.245.168.0/26 54.248.220.0/26 54.250.253.192/26 54.251.31.128/26 54.252.79.128/26 54.252.254.192/26
  54.255.254.192/26 107.23.255.0/26 176.34.159.192/26 2600:1f1c:7ff:f800::/53 2a05:d018:7ff:f800::/53
  2600:1f1e:7ff:f800::/53 2600:1f1c:fff:f800::/53 2600:1f18:3fff:f800::/53 2600:1f14:7ff:f800::/53 2600:1f14:fff:f800::/53
  2406:da14:7ff:f800::/53 2406:da14:fff:f800::/53 2406:da18:7ff:f800::/53 2406:da1c:7ff:f800::/53 2406:da1c:fff:f800::/53
  2406:da18:fff:f800::/53 2600:1f18:7fff:f800::/53 2a05:d018:fff:f800::/53 2600:1f1e:fff:f800::/53`;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetCheckerIpRanges.html */
export function getCheckerIpRanges(_context: Context): Answer<GetCheckerIpRangesCommandOutput> {
  return { CheckerIpRanges: ranges.split(/\s+/) };
}
