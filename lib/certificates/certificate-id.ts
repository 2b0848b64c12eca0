/** The last part of a certificate's ARN, which names it within account and region. Pure. */
export function certificateId(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** The page of a certificate. Pure. */
export function certificateHref(arn: string): string {
  return `/certificates/${encodeURIComponent(certificateId(arn))}`;
}
